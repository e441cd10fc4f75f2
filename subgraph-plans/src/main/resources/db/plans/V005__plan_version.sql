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

    primary key (workspace_id, id),
    foreign key (workspace_id, plan_id) references plan (workspace_id, id),
    -- Also the order in which the versions of a plan are listed.
    constraint plan_version_number_unique unique (workspace_id, plan_id, number),
    constraint plan_version_number_positive check (number > 0),
    constraint plan_version_billing_period_known
        check (billing_period in ('ONCE', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
    constraint plan_version_currency_shape check (currency ~ '^[A-Z]{3}$'),
    constraint plan_version_setup_not_negative check (setup_minor >= 0),
    constraint plan_version_recurring_not_negative check (recurring_minor >= 0),
    constraint plan_version_tier_mode_known check (tier_mode in ('GRADUATED', 'VOLUME')),
    constraint plan_version_tiers_list check (jsonb_typeof(tiers) = 'array'),
    constraint plan_version_minimum_periods_not_negative check (minimum_periods >= 0),
    constraint plan_version_notice_days_not_negative check (notice_days >= 0),
    constraint plan_version_terms_length check (char_length(terms) between 1 and 20000),
    constraint plan_version_retired_after_published check (retired_at >= published_at),
    constraint plan_version_version_positive check (version > 0)
);

alter table plan_version enable row level security;
alter table plan_version force row level security;

-- At most one version of a plan is for sale; Plan.currentVersion reads it.
create unique index plan_version_current on plan_version (workspace_id, plan_id) where retired_at is null;

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
