-- A quote is what a lead could get and for how much. The head row is what people name; what it says lies in revisions,
-- which never change: editing the lines makes the next revision.

create table quote (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    reference text not null,
    lead_id uuid not null,
    application_id uuid,
    current_revision integer not null default 1,
    version integer not null default 1,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    primary key (workspace_id, id),
    constraint quote_reference_once unique (workspace_id, reference),
    constraint quote_current_revision_positive check (current_revision > 0),
    constraint quote_version_positive check (version > 0)
);

alter table quote enable row level security;
alter table quote force row level security;

-- The list of a workspace's quotes, newest first or oldest first.
create index quote_by_creation on quote (workspace_id, created_at, id);

-- Lead.quotes, newest first.
create index quote_by_lead on quote (workspace_id, lead_id, created_at, id);

-- Application.quotes, newest first.
create index quote_by_application on quote (workspace_id, application_id, created_at, id);

comment on table quote is 'What a lead could get: the head of a row of immutable revisions.';
comment on column quote.lead_id is 'A lead of subgraph leads; no foreign key reaches across subgraphs.';
comment on column quote.application_id is 'An application of that lead; null when none asked for the quote.';
comment on column quote.current_revision is 'The number of the revision in force.';
comment on column quote.version is 'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on quote for all to offers_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on quote for select to offers_operator using (true);
create policy migration on quote for all to offers_owner using (true) with check (true);

create constraint trigger quote_has_event
    after insert or update or delete on quote deferrable initially deferred
    for each row execute function require_event('Quote');

grant select, insert on quote to offers_app;
grant update (current_revision, version, updated_at) on quote to offers_app;
grant select on quote to offers_operator;


create table quote_revision (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    quote_id uuid not null,
    number integer not null,
    currency text not null,
    valid_until timestamptz not null,
    note text,
    setup_net bigint not null,
    setup_tax bigint not null,
    recurring_net bigint not null,
    recurring_tax bigint not null,
    highest_discount integer not null,
    approval text not null,
    approved_by text,
    approved_at timestamptz,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),

    primary key (workspace_id, id),
    constraint quote_revision_number_once unique (workspace_id, quote_id, number),
    foreign key (workspace_id, quote_id) references quote (workspace_id, id),
    constraint quote_revision_number_positive check (number > 0),
    constraint quote_revision_currency_shape check (currency ~ '^[A-Z]{3}$'),
    constraint quote_revision_note_length check (char_length(note) between 1 and 4000),
    constraint quote_revision_amounts_range check (setup_net >= 0 and setup_tax >= 0 and recurring_net >= 0 and recurring_tax >= 0),
    constraint quote_revision_highest_discount_range check (highest_discount between 0 and 10000),
    constraint quote_revision_approval_known check (approval in ('NOT_REQUIRED', 'REQUIRED', 'APPROVED')),
    constraint quote_revision_approval_dated
        check ((approval = 'APPROVED') = (approved_by is not null and approved_at is not null))
);

alter table quote_revision enable row level security;
alter table quote_revision force row level security;

comment on table quote_revision is 'What a quote said at one time. Only the approval is ever added to it.';
comment on column quote_revision.valid_until is 'Until when an offer can be made from it.';
comment on column quote_revision.setup_net is 'Once, without tax, in minor units of the currency.';
comment on column quote_revision.recurring_net is 'For each billing period, without tax, in minor units of the currency.';
comment on column quote_revision.highest_discount is 'The highest discount of its lines, in basis points (1/100 %).';

create policy own_workspace on quote_revision for all to offers_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on quote_revision for select to offers_operator using (true);
create policy migration on quote_revision for all to offers_owner using (true) with check (true);

grant select, insert on quote_revision to offers_app;
grant update (approval, approved_by, approved_at) on quote_revision to offers_app;
grant select on quote_revision to offers_operator;


create table quote_line (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    revision_id uuid not null,
    position integer not null,
    plan_id uuid not null,
    plan_version_id uuid not null,
    description text not null,
    billing_period text not null,
    quantity integer not null,
    discount integer not null,
    tax_rate integer not null,
    setup_net bigint not null,
    setup_tax bigint not null,
    recurring_net bigint not null,
    recurring_tax bigint not null,
    explanation jsonb not null,

    primary key (workspace_id, id),
    constraint quote_line_position_once unique (workspace_id, revision_id, position),
    foreign key (workspace_id, revision_id) references quote_revision (workspace_id, id),
    constraint quote_line_position_positive check (position > 0),
    constraint quote_line_description_length check (char_length(description) between 1 and 200),
    constraint quote_line_billing_period_known
        check (billing_period in ('ONCE', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'HALF_YEARLY', 'YEARLY')),
    constraint quote_line_quantity_range check (quantity between 1 and 1000000),
    constraint quote_line_discount_range check (discount between 0 and 10000),
    constraint quote_line_tax_rate_range check (tax_rate between 0 and 10000),
    constraint quote_line_amounts_range check (setup_net >= 0 and setup_tax >= 0 and recurring_net >= 0 and recurring_tax >= 0),
    constraint quote_line_explanation_list check (jsonb_typeof(explanation) = 'array')
);

alter table quote_line enable row level security;
alter table quote_line force row level security;

comment on table quote_line is 'One priced position of a revision. Never changed.';
comment on column quote_line.description is 'The name of the plan when it was priced.';
comment on column quote_line.discount is 'In basis points (1/100 %) of the list price.';
comment on column quote_line.tax_rate is 'In basis points (1/100 %) of the net amount.';
comment on column quote_line.explanation is
    'The steps from list price to what is charged, for people: a list of {description, minor}, in minor units of the currency.';

create policy own_workspace on quote_line for all to offers_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on quote_line for select to offers_operator using (true);
create policy migration on quote_line for all to offers_owner using (true) with check (true);

grant select, insert on quote_line to offers_app;
grant select on quote_line to offers_operator;
