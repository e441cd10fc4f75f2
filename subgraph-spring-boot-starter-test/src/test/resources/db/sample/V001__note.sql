-- note: the smallest table of a tenant.
create table note (
    workspace_id text not null,
    id           uuid not null default uuidv7(),
    body         text not null,

    constraint note_pkey primary key (workspace_id, id),
    constraint note_body_check check (body <> '')
);

alter table note enable row level security;
alter table note force row level security;

create policy own_workspace on note for all to sample_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on note for select to sample_operator using (true);
create policy migration on note for all to sample_owner using (true) with check (true);

grant select, insert, update, delete on note to sample_app;
grant select on note to sample_operator;

insert into note (workspace_id, body) values ('migrated', 'one'), ('migrated', 'two');
