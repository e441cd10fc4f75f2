-- An import: a CSV file that becomes leads while it is uploaded. Its counts move on in the transactions that make the leads,
-- so that they never disagree with them.

create table lead_import (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    file_name text not null,
    mapping jsonb not null,
    status text not null default 'WAITING',
    lines_read integer not null default 0,
    created integer not null default 0,
    duplicates integer not null default 0,
    rejected integer not null default 0,
    last_committed_line integer not null default 0,
    records_hash text,
    failure_code text,
    failure_line integer,
    failure_message text,
    version integer not null default 1,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),
    started_at timestamptz,
    finished_at timestamptz,

    primary key (workspace_id, id),
    constraint lead_import_file_name_length check (char_length(file_name) between 1 and 255),
    constraint lead_import_mapping_object check (jsonb_typeof(mapping) = 'object'),
    constraint lead_import_status_known check (status in ('WAITING', 'RUNNING', 'COMPLETED', 'FAILED')),
    constraint lead_import_counts_agree check (lines_read = created + duplicates + rejected),
    constraint lead_import_counts_positive
        check (created >= 0 and duplicates >= 0 and rejected >= 0 and last_committed_line >= lines_read),
    constraint lead_import_records_hash_form check (records_hash ~ '^[0-9a-f]{64}$'),
    constraint lead_import_records_hash_there check ((lines_read = 0) = (records_hash is null)),
    constraint lead_import_failure_told
        check ((status = 'FAILED') = (failure_code is not null) and (status = 'FAILED') = (failure_message is not null)),
    constraint lead_import_failure_line_told check (failure_line is null or failure_code is not null),
    constraint lead_import_finished check ((status in ('COMPLETED', 'FAILED')) = (finished_at is not null)),
    constraint lead_import_version_positive check (version > 0)
);

alter table lead_import enable row level security;
alter table lead_import force row level security;

-- The list of a workspace's imports, the newest first.
create index lead_import_by_creation on lead_import (workspace_id, created_at, id);

comment on table lead_import is 'A CSV file that becomes leads: WAITING > RUNNING > COMPLETED or FAILED; continued, from FAILED to WAITING.';
comment on column lead_import.mapping is 'How the columns of the file become fields of leads; never changes.';
comment on column lead_import.lines_read is 'Records of the file whose outcome is committed; the one with the names does not count.';
comment on column lead_import.last_committed_line is 'The last line of the file, counted from 1, whose outcome is committed.';
comment on column lead_import.records_hash is
    'SHA-256, hexadecimal, of all records up to the last committed one: a continued upload has to begin with the same ones.';
comment on column lead_import.failure_line is 'The line of the file that is at fault; null when no single one is.';
comment on column lead_import.started_at is 'When the first upload began.';

create policy own_workspace on lead_import for all to leads_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on lead_import for select to leads_operator using (true);
create policy migration on lead_import for all to leads_owner using (true) with check (true);

create constraint trigger lead_import_has_event
    after insert or update or delete on lead_import deferrable initially deferred
    for each row execute function require_event('LeadImport');

grant select, insert on lead_import to leads_app;
grant update (status, lines_read, created, duplicates, rejected, last_committed_line, records_hash, failure_code,
    failure_line, failure_message, version, updated_at, started_at, finished_at) on lead_import to leads_app;
grant select on lead_import to leads_operator;


-- Who may upload the file of an import, and whether an upload still lives. Beside the import and not in it: it says nothing
-- that anybody is told, and a sign of life is no change of the import.

create table lead_import_upload (
    workspace_id text not null default tenancy.workspace_id(),
    import_id uuid not null,
    address_hash bytea,
    expires_at timestamptz,
    attempt integer not null default 0,
    alive_until timestamptz,

    primary key (workspace_id, import_id),
    foreign key (workspace_id, import_id) references lead_import (workspace_id, id),
    constraint lead_import_upload_address_hash_length check (octet_length(address_hash) = 32),
    constraint lead_import_upload_address_expires check ((address_hash is null) = (expires_at is null)),
    constraint lead_import_upload_attempt_counts check (attempt >= 0)
);

alter table lead_import_upload enable row level security;
alter table lead_import_upload force row level security;

-- The upload of an address; unique, so that no address can lead to two imports.
create unique index lead_import_upload_by_address on lead_import_upload (workspace_id, address_hash)
    where address_hash is not null;

-- The worker finds the uploads that have stopped giving signs of life.
create index lead_import_upload_alive on lead_import_upload (alive_until) where alive_until is not null;

comment on table lead_import_upload is 'Who may upload the file of an import, and whether an upload still lives.';
comment on column lead_import_upload.address_hash is 'SHA-256 of the secret in the address; null when it was used. The secret is kept nowhere.';
comment on column lead_import_upload.attempt is 'Counts the uploads that began.';
comment on column lead_import_upload.alive_until is 'When the upload counts as dead unless it gives another sign of life; null when none runs.';

create policy own_workspace on lead_import_upload for all to leads_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy running on lead_import_upload for select to leads_worker using (alive_until is not null);
create policy every_workspace on lead_import_upload for select to leads_operator using (true);
create policy migration on lead_import_upload for all to leads_owner using (true) with check (true);

grant select, insert on lead_import_upload to leads_app;
grant update (address_hash, expires_at, attempt, alive_until) on lead_import_upload to leads_app;
grant select (workspace_id, import_id, alive_until) on lead_import_upload to leads_worker;
grant select (workspace_id, import_id, expires_at, attempt, alive_until) on lead_import_upload to leads_operator;


-- What is wrong with each line of a file that became no lead. Append-only.

create table lead_import_report (
    workspace_id text not null default tenancy.workspace_id(),
    import_id uuid not null,
    line integer not null,
    entry integer not null,
    column_name text,
    value text,
    code text not null,
    reason text not null,
    duplicate_of uuid,

    primary key (workspace_id, import_id, line, entry),
    foreign key (workspace_id, import_id) references lead_import (workspace_id, id),
    foreign key (workspace_id, duplicate_of) references lead (workspace_id, id),
    constraint lead_import_report_line_counts check (line > 0),
    constraint lead_import_report_entry_counts check (entry >= 0),
    constraint lead_import_report_value_length check (char_length(value) <= 200),
    constraint lead_import_report_code_known
        check (code in ('DUPLICATE', 'INVALID_VALUE', 'UNKNOWN_VALUE', 'MISSING_VALUE', 'FORMULA', 'WRONG_NUMBER_OF_VALUES',
            'NOTHING_TO_IDENTIFY')),
    constraint lead_import_report_duplicate check (duplicate_of is null or code = 'DUPLICATE')
);

alter table lead_import_report enable row level security;
alter table lead_import_report force row level security;

comment on table lead_import_report is 'What is wrong with each line of a file that became no lead; append-only.';
comment on column lead_import_report.line is 'The line of the file at which the record begins, counted from 1.';
comment on column lead_import_report.entry is 'Counts the mistakes of one line, from 0.';
comment on column lead_import_report.value is 'The first 200 characters of what stands there.';

create policy own_workspace on lead_import_report for all to leads_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on lead_import_report for select to leads_operator using (true);
create policy migration on lead_import_report for all to leads_owner using (true) with check (true);

grant select, insert on lead_import_report to leads_app;
grant select on lead_import_report to leads_operator;
