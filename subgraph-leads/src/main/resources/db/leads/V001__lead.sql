-- A lead is somebody who may become a customer. Under row-level security only leakproof operators can use an index, so
-- what is filtered or sorted is text with a check, uuid, integer or timestamptz, normalised in stored columns (*_key).

create table lead (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    reference text not null,
    external_reference text,
    name text,
    email text,
    phone text,
    company text,
    source text not null,
    source_detail text,
    status text not null default 'NEW',
    status_reason text,
    status_changed_at timestamptz not null default clock_timestamp(),
    owner_id uuid,
    tags text[] not null default '{}',
    score integer not null default 0,
    fields jsonb not null default '{}',
    consent text not null default 'UNKNOWN',
    consent_at timestamptz,
    consent_source text,
    version integer not null default 1,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    name_key text not null generated always as (lower(coalesce(name, ''))) stored,
    email_key text generated always as (lower(email)) stored,

    primary key (workspace_id, id),
    constraint lead_reference_once unique (workspace_id, reference),
    constraint lead_identified check (num_nonnulls(name, email, phone, company, external_reference) > 0),
    constraint lead_external_reference_length check (char_length(external_reference) between 1 and 200),
    constraint lead_name_length check (char_length(name) between 1 and 200),
    constraint lead_email_shape check (char_length(email) between 3 and 254 and email like '%_@_%'),
    constraint lead_phone_shape check (phone ~ '^\+[1-9][0-9]{1,14}$'),
    constraint lead_company_length check (char_length(company) between 1 and 200),
    constraint lead_source_known
        check (source in ('WEBSITE', 'META', 'PARTNER', 'REFERRAL', 'IMPORT', 'API', 'MANUAL')),
    constraint lead_source_detail_length check (char_length(source_detail) between 1 and 500),
    constraint lead_status_known
        check (status in ('NEW', 'CONTACTED', 'QUALIFIED', 'APPLIED', 'OFFERED', 'WON', 'LOST')),
    constraint lead_status_reason_length check (char_length(status_reason) between 1 and 2000),
    constraint lead_lost_for_a_reason check (status <> 'LOST' or status_reason is not null),
    constraint lead_tags_count check (cardinality(tags) <= 50),
    constraint lead_score_range check (score between 0 and 100),
    constraint lead_fields_object check (jsonb_typeof(fields) = 'object'),
    constraint lead_consent_known check (consent in ('UNKNOWN', 'GIVEN', 'WITHDRAWN')),
    constraint lead_consent_dated check ((consent = 'UNKNOWN') = (consent_at is null)),
    constraint lead_consent_source_length check (char_length(consent_source) between 1 and 500),
    constraint lead_version_positive check (version > 0)
);

alter table lead enable row level security;
alter table lead force row level security;

-- The list of a workspace's leads in the order of their arrival: the most frequent query of all.
create index lead_by_creation on lead (workspace_id, created_at, id);

-- The list in the order of the last change.
create index lead_by_update on lead (workspace_id, updated_at, id);

-- The list by name, whatever the capitals; those without a name are one block.
create index lead_by_name on lead (workspace_id, name_key, id);

-- The list of the most promising leads.
create index lead_by_score on lead (workspace_id, score, id);

-- The leads at one step of the funnel.
create index lead_by_status on lead (workspace_id, status, created_at, id);

-- The leads of one source.
create index lead_by_source on lead (workspace_id, source, created_at, id);

-- The leads of one source as its sender writes it, and the counts by it.
create index lead_by_source_detail on lead (workspace_id, source_detail, created_at, id);

-- The leads of one salesperson, and those of nobody.
create index lead_by_owner on lead (workspace_id, owner_id, created_at, id);

-- Duplicates: the same address, whatever the capitals.
create index lead_by_email on lead (workspace_id, email_key, id) where email_key is not null;

-- Duplicates: the same number; it is normal already, in E.164.
create index lead_by_phone on lead (workspace_id, phone, id) where phone is not null;

-- A sender's own name for a lead leads to one lead. Two senders may use the same name.
create unique index lead_external_reference_once on lead (workspace_id, external_reference, source, source_detail)
    nulls not distinct where external_reference is not null;

comment on table lead is 'Somebody who may become a customer: NEW > CONTACTED > QUALIFIED > APPLIED > OFFERED > WON or LOST.';
comment on column lead.reference is 'For people, to read out; random, with a check symbol.';
comment on column lead.external_reference is 'How the sender (source, source_detail) names the lead; null when it does not.';
comment on column lead.name is 'Null when nobody said; then an address, a number, a company or an external reference is there.';
comment on column lead.phone is 'E.164.';
comment on column lead.status_reason is 'Why the last step of status was taken; always there when it is LOST.';
comment on column lead.owner_id is 'A user of subgraph admin; no foreign key reaches across subgraphs. Null: nobody''s yet.';
comment on column lead.tags is 'Lower case, sorted, each once.';
comment on column lead.score is 'How promising, 0 to 100.';
comment on column lead.fields is 'What is known beside the columns: an object, its keys chosen by the workspace.';
comment on column lead.consent_at is 'When the consent was given or withdrawn.';
comment on column lead.consent_source is 'How the consent was given or withdrawn, such as the wording of a form.';
comment on column lead.version is 'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on lead for all to leads_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on lead for select to leads_operator using (true);
create policy migration on lead for all to leads_owner using (true) with check (true);

create constraint trigger lead_has_event
    after insert or update or delete on lead deferrable initially deferred
    for each row execute function require_event('Lead');

grant select, insert on lead to leads_app;
grant update (name, email, phone, company, source_detail, status, status_reason, status_changed_at, owner_id, tags, score,
    fields, consent, consent_at, consent_source, version, updated_at) on lead to leads_app;
grant select on lead to leads_operator;


-- What arrived, as it arrived. Beside the lead and not in it: it can be large, never changes, and lists do not read it.

create table lead_raw (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    lead_id uuid not null,
    content jsonb not null,
    received_at timestamptz not null default clock_timestamp(),

    primary key (workspace_id, id),
    foreign key (workspace_id, lead_id) references lead (workspace_id, id)
);

alter table lead_raw enable row level security;
alter table lead_raw force row level security;

-- Lead.raw, the newest first; also the foreign key seen from lead.
create index lead_raw_by_lead on lead_raw (workspace_id, lead_id, id);

comment on table lead_raw is 'The raw payloads that a lead came from, as they were received.';

create policy own_workspace on lead_raw for all to leads_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on lead_raw for select to leads_operator using (true);
create policy migration on lead_raw for all to leads_owner using (true) with check (true);

grant select, insert on lead_raw to leads_app;
grant select on lead_raw to leads_operator;
