-- A workspace's offer of a product. What it costs is in its versions (plan_version).

create table plan (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    product_id uuid not null,
    code text not null,
    name text not null,
    description text,
    status text not null default 'DRAFT',
    billing_period text not null,
    features jsonb not null default '[]',
    active_from date,
    active_until date,
    current_version_id uuid,
    version integer not null default 1,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    constraint plan_pkey primary key (workspace_id, id),
    constraint plan_product_fkey
        foreign key (workspace_id, product_id) references workspace_product (workspace_id, product_id),
    constraint plan_code_key unique (workspace_id, code),
    constraint plan_code_check check (code ~ '^[A-Z0-9][A-Z0-9_-]{0,62}$'),
    constraint plan_name_check check (char_length(name) between 1 and 200),
    constraint plan_description_check check (char_length(description) between 1 and 4000),
    constraint plan_status_check check (status in ('DRAFT', 'ACTIVE', 'RETIRED')),
    constraint plan_billing_period_check
        check (billing_period in ('ONCE', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
    constraint plan_features_check check (jsonb_typeof(features) = 'array'),
    constraint plan_active_check check (active_until >= active_from),
    constraint plan_current_version_check check ((status = 'ACTIVE') = (current_version_id is not null)),
    constraint plan_version_check check (version > 0)
);

alter table plan enable row level security;
alter table plan force row level security;

-- The list of plans in the order of their creation.
create index plan_by_creation on plan (workspace_id, created_at, id);

-- The list of plans in the order of their names. (The order by code is that of plan_code_key.)
create index plan_by_name on plan (workspace_id, name, id);

-- The list of plans of one status, and "what can be sold".
create index plan_by_status on plan (workspace_id, status, created_at, id);

-- The plans of one product, and the foreign key seen from workspace_product.
create index plan_by_product on plan (workspace_id, product_id, created_at, id);

comment on table plan is
    'A workspace''s offer of a product: DRAFT until its first version is published, at the end RETIRED.';
comment on column plan.code is 'Unique in the workspace, upper case: the name that contracts and imports use.';
comment on column plan.billing_period is
    'Of the versions to come; a published version keeps the period that it was published with.';
comment on column plan.features is
    'List of {"name", "value"}: what the plan includes, in the order in which it is shown.';
comment on column plan.active_from is
    'First day (UTC) on which the plan may be sold; null: from its first publication.';
comment on column plan.active_until is 'Last day (UTC) on which the plan may be sold; null: until it is retired.';
comment on column plan.current_version_id is 'The plan_version that is for sale; null unless the plan is ACTIVE.';
comment on column plan.version is 'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on plan for all to plans_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on plan for select to plans_operator using (true);
create policy migration on plan for all to plans_owner using (true) with check (true);

create constraint trigger plan_has_event
    after insert or update or delete on plan deferrable initially deferred
    for each row execute function require_event('Plan');

grant select, insert on plan to plans_app;
grant update (name, description, status, billing_period, features, active_from, active_until, current_version_id)
    on plan to plans_app;
grant update (version, updated_at) on plan to plans_app;
grant select on plan to plans_operator;
