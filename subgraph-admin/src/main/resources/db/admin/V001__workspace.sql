-- A workspace is a customer of the installation. It has no tenant above it, it is one: its row carries its own key as
-- workspace_id, so that its changes are events of its own log.

-- The workspace that is bound, or null for a caller who has not chosen one; raises when nobody is bound.
create function bound_workspace() returns text
    language sql stable parallel restricted
    set search_path = pg_catalog, pg_temp
as $$
select case
    when tenancy.user_id() is not null and split_part(current_setting('tenancy.binding'), '.', 2) <> ''
        then tenancy.workspace_id()
end
$$;

comment on function bound_workspace() is 'The workspace that is bound; null when a user is bound to none.';

create table workspace (
    workspace_id text not null,
    id uuid not null default uuidv7(),
    name text not null,
    status text not null default 'ACTIVE',
    plan_tier text not null default 'STARTER',
    settings jsonb not null default '{}',
    limits jsonb not null default '{}',
    version integer not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    name_key text not null generated always as (lower(name)) stored,

    primary key (workspace_id),
    constraint workspace_id_once unique (id),
    constraint workspace_workspace_id_shape check (workspace_id ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$'),
    constraint workspace_name_length check (char_length(name) between 1 and 200),
    constraint workspace_status_known check (status in ('ACTIVE', 'SUSPENDED')),
    constraint workspace_plan_tier_known check (plan_tier in ('STARTER', 'GROWTH', 'ENTERPRISE')),
    constraint workspace_settings_object check (jsonb_typeof(settings) = 'object'),
    constraint workspace_settings_length check (octet_length(settings::text) <= 131072),
    constraint workspace_limits_object check (jsonb_typeof(limits) = 'object'),
    constraint workspace_limits_length check (octet_length(limits::text) <= 131072),
    constraint workspace_version_positive check (version > 0)
);

alter table workspace enable row level security;
alter table workspace force row level security;

-- Keys are read out and typed in: two that differ in capitals only would be taken for each other.
create unique index workspace_key_once on workspace (lower(workspace_id));

-- The operators' list in the order in which the workspaces were opened.
create index workspace_by_creation on workspace (created_at, workspace_id);

-- The operators' list by name, whatever the capitals.
create index workspace_by_name on workspace (name_key, workspace_id);

comment on table workspace is 'A customer of the installation, and the wall around everything that belongs to it.';
comment on column workspace.workspace_id is 'The key: given by the platform or generated, and never changed.';
comment on column workspace.id is 'The name of the row in the event log; the API knows the key only.';
comment on column workspace.limits is 'What was agreed for this workspace beside the limits of its plan tier.';
comment on column workspace.version is 'Rises by one with each change; the same number stands in the event of the change.';

-- V003 adds own_memberships: the workspaces in which the caller has a role.
create policy own_workspace on workspace for select to admin_app
    using (workspace_id = (select bound_workspace()));
create policy own_workspace_changed on workspace for update to admin_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy opened_by_the_platform on workspace for insert to admin_app
    with check (workspace_id = (select tenancy.workspace_id())
        and 'admin:access' = any ((select tenancy.rights())::text[]));
create policy directory on workspace for select to admin_worker using (true);
create policy every_workspace on workspace for select to admin_operator using (true);
create policy migration on workspace for all to admin_owner using (true) with check (true);

create constraint trigger workspace_has_event
    after insert or update or delete on workspace deferrable initially deferred
    for each row execute function require_event('Workspace');

-- A key, once given, stays; status, plan and limits are the platform's to change.
grant select, insert on workspace to admin_app;
grant update (name, settings, version, updated_at) on workspace to admin_app;
grant select (workspace_id, status) on workspace to admin_worker;
grant select on workspace to admin_operator;
grant execute on function bound_workspace() to admin_app;
