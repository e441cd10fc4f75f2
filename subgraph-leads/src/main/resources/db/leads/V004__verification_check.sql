-- A check of what an application says, by a person or a service: asked for, then with a result, once.

create table verification_check (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    application_id uuid not null,
    kind text not null,
    result text,
    note text,
    checked_by text,
    checked_at timestamptz,
    version integer not null default 1,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    primary key (workspace_id, id),
    foreign key (workspace_id, application_id) references application (workspace_id, id),
    constraint verification_check_kind_known
        check (kind in ('IDENTITY', 'ADDRESS', 'INCOME', 'CREDIT', 'SANCTIONS', 'OTHER')),
    constraint verification_check_result_known check (result in ('PASSED', 'FAILED', 'INCONCLUSIVE')),
    constraint verification_check_note_length check (char_length(note) between 1 and 2000),
    constraint verification_check_done
        check ((result is null) = (checked_by is null) and (result is null) = (checked_at is null)),
    constraint verification_check_version_positive check (version > 0)
);

alter table verification_check enable row level security;
alter table verification_check force row level security;

-- Application.checks, in the order in which they were asked for; also the foreign key seen from application.
create index verification_check_by_application on verification_check (workspace_id, application_id, created_at, id);

comment on table verification_check is 'A check of what an application says; its result is PASSED, FAILED or INCONCLUSIVE, once.';
comment on column verification_check.result is 'Null until there is one.';
comment on column verification_check.checked_by is 'The user id of who gave the result.';
comment on column verification_check.version is
    'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on verification_check for all to leads_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on verification_check for select to leads_operator using (true);
create policy migration on verification_check for all to leads_owner using (true) with check (true);

create constraint trigger verification_check_has_event
    after insert or update or delete on verification_check deferrable initially deferred
    for each row execute function require_event('VerificationCheck');

grant select, insert on verification_check to leads_app;
grant update (result, note, checked_by, checked_at, version, updated_at) on verification_check to leads_app;
grant select on verification_check to leads_operator;
