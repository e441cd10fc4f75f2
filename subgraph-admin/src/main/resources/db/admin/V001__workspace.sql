-- The customers of the installation. A workspace has no tenant above it, it is one: its row carries its own key as
-- workspace_id, so that its changes are events of its own log. Reached by admin_app: its own row, those in which the
-- caller has a role (see V003, where the policies are); by admin_operator: all of them; by admin_worker: key and status, to
-- answer which workspaces there are.

create table workspace (
    workspace_id text        not null,
    id           uuid        not null default uuidv7(),
    name         text        not null,
    status       text        not null default 'ACTIVE',
    plan_tier    text        not null default 'STARTER',
    settings     jsonb       not null default '{}',
    limits       jsonb       not null default '{}',
    version      integer     not null default 1,
    created_at   timestamptz not null default clock_timestamp(),
    updated_at   timestamptz not null default clock_timestamp(),
    name_key     text        not null generated always as (lower(name)) stored,

    constraint workspace_pkey primary key (workspace_id),
    constraint workspace_id_key unique (id),
    constraint workspace_workspace_id_check check (workspace_id ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$'),
    constraint workspace_name_check check (char_length(name) between 1 and 200),
    constraint workspace_status_check check (status in ('ACTIVE', 'SUSPENDED')),
    constraint workspace_plan_tier_check check (plan_tier in ('STARTER', 'GROWTH', 'ENTERPRISE')),
    constraint workspace_settings_check check (jsonb_typeof(settings) = 'object' and octet_length(settings::text) <= 131072),
    constraint workspace_limits_check check (jsonb_typeof(limits) = 'object' and octet_length(limits::text) <= 131072),
    constraint workspace_version_check check (version > 0)
);

alter table workspace enable row level security;
alter table workspace force row level security;

-- Keys are read out and typed in: two that differ in capitals only would be taken for each other.
create unique index workspace_key_whatever_its_capitals on workspace (lower(workspace_id));

-- The operators' list in the order in which the workspaces were opened, and by name, whatever the capitals.
create index workspace_by_creation on workspace (created_at, workspace_id);
create index workspace_by_name on workspace (name_key, workspace_id);

create constraint trigger workspace_has_event after insert or update or delete on workspace
    deferrable initially deferred for each row execute function require_event('Workspace');

comment on table workspace is 'A customer of the installation, and the wall around everything that belongs to it.';
comment on column workspace.workspace_id is 'The key: given by the platform or generated, and never changed.';
comment on column workspace.id is 'The name of the row in the event log; the API knows the key only.';
comment on column workspace.limits is 'What was agreed for this workspace beside the limits of its plan tier.';
comment on column workspace.version is 'Rises by one with each change; the same number stands in the event of the change.';
