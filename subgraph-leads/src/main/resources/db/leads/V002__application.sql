-- An application is what a lead asks for in form: DRAFT > SUBMITTED > UNDER_REVIEW > APPROVED, REJECTED or WITHDRAWN.

create table application (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    reference text not null,
    lead_id uuid not null,
    plan_id uuid,
    answers jsonb not null default '{}',
    status text not null default 'DRAFT',
    status_reason text,
    status_changed_at timestamptz not null default clock_timestamp(),
    submitted_at timestamptz,
    decided_at timestamptz,
    decided_by text,
    version integer not null default 1,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    primary key (workspace_id, id),
    foreign key (workspace_id, lead_id) references lead (workspace_id, id),
    constraint application_reference_once unique (workspace_id, reference),
    constraint application_answers_object check (jsonb_typeof(answers) = 'object'),
    constraint application_status_known
        check (status in ('DRAFT', 'SUBMITTED', 'UNDER_REVIEW', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    constraint application_status_reason_length check (char_length(status_reason) between 1 and 2000),
    constraint application_rejected_for_a_reason check (status <> 'REJECTED' or status_reason is not null),
    constraint application_submitted check (status in ('DRAFT', 'WITHDRAWN') or submitted_at is not null),
    constraint application_submitted_for_a_plan check (submitted_at is null or plan_id is not null),
    constraint application_decided
        check ((status in ('APPROVED', 'REJECTED')) = (decided_at is not null and decided_by is not null)),
    constraint application_version_positive check (version > 0)
);

alter table application enable row level security;
alter table application force row level security;

-- The list of a workspace's applications, newest first or oldest first.
create index application_by_creation on application (workspace_id, created_at, id);

-- The list in the order of the last change.
create index application_by_update on application (workspace_id, updated_at, id);

-- The applications at one step, such as those that wait for review.
create index application_by_status on application (workspace_id, status, created_at, id);

-- Lead.applications, newest first; also the foreign key seen from lead.
create index application_by_lead on application (workspace_id, lead_id, created_at, id);

-- The applications for one plan.
create index application_by_plan on application (workspace_id, plan_id, created_at, id);

comment on table application is 'What a lead asks for, with the answers to the questions of the requested plan.';
comment on column application.reference is 'For people, to read out; random, with a check symbol.';
comment on column application.plan_id is
    'The requested plan, of subgraph plans; no foreign key reaches across subgraphs. Null only before the submission.';
comment on column application.answers is 'An object, its keys the questions.';
comment on column application.status_reason is 'Why the last step of status was taken; always there when it is REJECTED.';
comment on column application.decided_by is 'The user id of who approved or rejected.';
comment on column application.version is 'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on application for all to leads_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on application for select to leads_operator using (true);
create policy migration on application for all to leads_owner using (true) with check (true);

create constraint trigger application_has_event
    after insert or update or delete on application deferrable initially deferred
    for each row execute function require_event('Application');

grant select, insert on application to leads_app;
grant update (plan_id, answers, status, status_reason, status_changed_at, submitted_at, decided_at, decided_by, version,
    updated_at) on application to leads_app;
grant select on application to leads_operator;
