-- A table whose every change is an event, as a subgraph would write it.
create table memo (
    workspace_id text        not null,
    id           uuid        not null default uuidv7(),
    body         text        not null,
    version      integer     not null default 1,

    constraint memo_pkey primary key (workspace_id, id)
);

alter table memo enable row level security;
alter table memo force row level security;

comment on table memo is 'What the tests of the event log write.';

create policy own_workspace on memo for all to ${subgraph}_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on memo for select to ${subgraph}_operator using (true);
create policy migration on memo for all to ${subgraph}_owner using (true) with check (true);

create constraint trigger memo_has_event after insert or update or delete on memo
    deferrable initially deferred for each row execute function require_event('Memo');

grant select, insert, update, delete on memo to ${subgraph}_app;
grant select on memo to ${subgraph}_operator;
