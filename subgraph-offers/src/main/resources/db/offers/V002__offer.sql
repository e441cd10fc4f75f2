-- An offer is one revision of a quote, put before a customer: DRAFT > SENT > VIEWED > ACCEPTED, DECLINED, EXPIRED or
-- WITHDRAWN.

create table offer (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    reference text not null,
    quote_id uuid not null,
    revision_id uuid not null,
    lead_id uuid not null,
    application_id uuid,
    status text not null default 'DRAFT',
    terms text,
    currency text not null,
    setup_total bigint not null,
    recurring_total bigint not null,
    expires_at timestamptz not null,
    sent_at timestamptz,
    viewed_at timestamptz,
    decided_at timestamptz,
    status_reason text,
    share_token_hash bytea,
    version integer not null default 1,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    primary key (workspace_id, id),
    constraint offer_reference_once unique (workspace_id, reference),
    foreign key (workspace_id, quote_id) references quote (workspace_id, id),
    foreign key (workspace_id, revision_id) references quote_revision (workspace_id, id),
    constraint offer_status_known
        check (status in ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    constraint offer_terms_length check (char_length(terms) between 1 and 20000),
    constraint offer_status_reason_length check (char_length(status_reason) between 1 and 2000),
    constraint offer_currency_shape check (currency ~ '^[A-Z]{3}$'),
    constraint offer_amounts_range check (setup_total >= 0 and recurring_total >= 0),
    constraint offer_sent_dated check (status = 'DRAFT' or status = 'WITHDRAWN' or sent_at is not null),
    constraint offer_decided_dated check ((status in ('ACCEPTED', 'DECLINED')) = (decided_at is not null)),
    constraint offer_share_token_hash_shape check (octet_length(share_token_hash) = 32),
    constraint offer_version_positive check (version > 0)
);

alter table offer enable row level security;
alter table offer force row level security;

-- The list of a workspace's offers, newest first or oldest first.
create index offer_by_creation on offer (workspace_id, created_at, id);

-- The same for one status: text, because under row-level security an enum's operator could not use the index.
create index offer_by_status on offer (workspace_id, status, created_at, id);

-- Lead.offers, newest first.
create index offer_by_lead on offer (workspace_id, lead_id, created_at, id);

-- Application.offers, newest first.
create index offer_by_application on offer (workspace_id, application_id, created_at, id);

-- The offers of a quote, for its foreign key and Quote.offers.
create index offer_by_quote on offer (workspace_id, quote_id, created_at, id);

-- The foreign key seen from quote_revision.
create index offer_by_revision on offer (workspace_id, revision_id);

comment on table offer is 'A revision of a quote that is put before a customer.';
comment on column offer.setup_total is 'Once, with tax, in minor units of the currency.';
comment on column offer.recurring_total is 'For each billing period, with tax, in minor units of the currency.';
comment on column offer.expires_at is 'From then on it cannot be accepted.';
comment on column offer.status_reason is 'Why the last step of status was taken; null when nobody said.';
comment on column offer.share_token_hash is
    'SHA-256 of the token in the customer''s link to this offer; the token itself is not kept. Null while there is no link.';
comment on column offer.version is 'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on offer for all to offers_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on offer for select to offers_operator using (true);
create policy migration on offer for all to offers_owner using (true) with check (true);

create constraint trigger offer_has_event
    after insert or update or delete on offer deferrable initially deferred
    for each row execute function require_event('Offer');

grant select, insert on offer to offers_app;
grant update (status, sent_at, viewed_at, decided_at, status_reason, version, updated_at) on offer to offers_app;
grant select on offer to offers_operator;
