-- entry: a table with something to sort by, below one another, and with rows that not everybody in a workspace may see.
create table entry (
    workspace_id text        not null,
    id           uuid        not null default uuidv7(),
    parent_id    uuid,
    title        text        not null,
    rank         integer     not null default 0,
    confidential boolean     not null default false,
    version      integer     not null default 1,
    created_at   timestamptz not null default clock_timestamp(),

    constraint entry_pkey primary key (workspace_id, id),
    constraint entry_parent_fkey foreign key (workspace_id, parent_id) references entry (workspace_id, id)
);

alter table entry enable row level security;
alter table entry force row level security;

-- The lists of entries: of a workspace, and below a parent.
create index entry_rank on entry (workspace_id, rank desc, id);
create index entry_parent on entry (workspace_id, parent_id, rank desc, id);

create policy own_workspace on entry for all to sample_app
    using (
        workspace_id = (select tenancy.workspace_id())
        and (not confidential or 'entries:confidential' = any ((select tenancy.rights())::text[]))
    )
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on entry for select to sample_operator using (true);
create policy migration on entry for all to sample_owner using (true) with check (true);

grant select, insert, update, delete on entry to sample_app;
grant select on entry to sample_operator;
