-- The example things of a workspace. Under row-level security only leakproof operators can use an index, so what is filtered
-- or sorted is text with a check, uuid, integer or timestamptz.

create table example_thing (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    name text not null,
    note text,
    version integer not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    constraint example_thing_pkey primary key (workspace_id, id),
    constraint example_thing_name_length check (char_length(name) between 1 and 200),
    constraint example_thing_note_length check (char_length(note) between 1 and 2000),
    constraint example_thing_version_positive check (version > 0)
);

alter table example_thing enable row level security;
alter table example_thing force row level security;

-- The list of a workspace's example things in the order of their creation.
create index example_thing_by_creation on example_thing (workspace_id, created_at, id);

comment on table example_thing is 'One example thing of a workspace.';
comment on column example_thing.note is 'What people wrote beside it; null when nobody did.';
comment on column example_thing.version is 'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on example_thing for all to examplename_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on example_thing for select to examplename_operator using (true);
create policy migration on example_thing for all to examplename_owner using (true) with check (true);

create constraint trigger example_thing_has_event
    after insert or update or delete on example_thing deferrable initially deferred
    for each row execute function require_event('ExampleThing');

grant select, insert on example_thing to examplename_app;
grant update (name, note, version, updated_at) on example_thing to examplename_app;
grant select on example_thing to examplename_operator;
