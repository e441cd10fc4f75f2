-- What a plan costs. A row is immutable but for its retirement: plans_app may update no other column.

create table plan_version (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    plan_id uuid not null,
    number integer not null,
    billing_period text not null,
    currency text not null,
    setup_minor bigint not null,
    recurring_minor bigint not null,
    tier_mode text not null default 'GRADUATED',
    tiers jsonb not null default '[]',
    minimum_periods integer not null default 0,
    notice_days integer not null default 0,
    terms text,
    published_at timestamptz not null default clock_timestamp(),
    retired_at timestamptz,
    version integer not null default 1,

    constraint plan_version_pkey primary key (workspace_id, id),
    constraint plan_version_plan_fkey foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    -- Also the order in which the versions of a plan are listed.
    constraint plan_version_number_key unique (workspace_id, plan_id, number),
    constraint plan_version_number_check check (number > 0),
    constraint plan_version_billing_period_check
        check (billing_period in ('ONCE', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
    constraint plan_version_currency_check check (currency ~ '^[A-Z]{3}$'),
    constraint plan_version_setup_check check (setup_minor >= 0),
    constraint plan_version_recurring_check check (recurring_minor >= 0),
    constraint plan_version_tier_mode_check check (tier_mode in ('GRADUATED', 'VOLUME')),
    constraint plan_version_tiers_check check (jsonb_typeof(tiers) = 'array'),
    constraint plan_version_minimum_periods_check check (minimum_periods >= 0),
    constraint plan_version_notice_days_check check (notice_days >= 0),
    constraint plan_version_terms_check check (char_length(terms) between 1 and 20000),
    constraint plan_version_retired_at_check check (retired_at >= published_at),
    constraint plan_version_version_check check (version > 0)
);

alter table plan_version enable row level security;
alter table plan_version force row level security;

-- At most one version of a plan is for sale.
create unique index plan_version_for_sale on plan_version (workspace_id, plan_id) where retired_at is null;

comment on table plan_version is 'The immutable pricing of a plan; a plan changes its price by a new version.';
comment on column plan_version.number is 'Counts the versions of the plan from 1.';
comment on column plan_version.setup_minor is 'Charged once, in minor units of the currency.';
comment on column plan_version.recurring_minor is
    'One unit for one billing period, in minor units, where no tier says otherwise.';
comment on column plan_version.tiers is
    'List of {"fromQuantity", "unitPrice"}, quantities rising; a price is a decimal string with at most 6 decimals.';
comment on column plan_version.tier_mode is
    'GRADUATED: each unit costs what its own tier says; VOLUME: every unit what the tier of the whole quantity says.';
comment on column plan_version.version is
    'Rises by one with each change; the same number stands in the event of the change: 1 published, 2 retired.';

create policy own_workspace on plan_version for all to plans_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on plan_version for select to plans_operator using (true);
create policy migration on plan_version for all to plans_owner using (true) with check (true);

create constraint trigger plan_version_has_event
    after insert or update or delete on plan_version deferrable initially deferred
    for each row execute function require_event('PlanVersion');

grant select, insert on plan_version to plans_app;
grant update (retired_at, version) on plan_version to plans_app;
grant select on plan_version to plans_operator;

-- Deferred: a version is published and made the current one in any order within a transaction.
alter table plan
    add constraint plan_current_version_fkey
        foreign key (workspace_id, current_version_id) references plan_version (workspace_id, id)
        deferrable initially deferred;

-- The foreign key seen from plan_version, and only where it points anywhere.
create index plan_by_current_version on plan (workspace_id, current_version_id) where current_version_id is not null;
