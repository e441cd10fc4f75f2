-- A document of an application: what it is and the fingerprint of its content. The content itself is stored elsewhere.

create table application_document (
    workspace_id text not null default tenancy.workspace_id(),
    id uuid not null default uuidv7(),
    application_id uuid not null,
    kind text not null,
    file_name text not null,
    media_type text not null,
    size_bytes integer not null,
    sha256 text not null,
    status text not null default 'PENDING',
    status_reason text,
    version integer not null default 1,
    created_by text not null,
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp(),

    primary key (workspace_id, id),
    foreign key (workspace_id, application_id) references application (workspace_id, id),
    -- The same content is one document of an application.
    constraint application_document_once unique (workspace_id, application_id, sha256),
    constraint application_document_kind_known
        check (kind in ('IDENTITY', 'ADDRESS', 'INCOME', 'BANK_STATEMENT', 'CONTRACT', 'OTHER')),
    constraint application_document_file_name_length check (char_length(file_name) between 1 and 255),
    constraint application_document_media_type_shape
        check (char_length(media_type) <= 127 and media_type ~ '^[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+$'),
    constraint application_document_size_bytes_positive check (size_bytes > 0),
    constraint application_document_sha256_shape check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint application_document_status_known check (status in ('PENDING', 'ACCEPTED', 'REJECTED')),
    constraint application_document_status_reason_length check (char_length(status_reason) between 1 and 2000),
    constraint application_document_rejected_for_a_reason check (status <> 'REJECTED' or status_reason is not null),
    constraint application_document_version_positive check (version > 0)
);

alter table application_document enable row level security;
alter table application_document force row level security;

-- Application.documents, in the order of their arrival; also the foreign key seen from application.
create index application_document_by_application on application_document (workspace_id, application_id, created_at, id);

comment on table application_document is 'A document of an application: PENDING > ACCEPTED or REJECTED.';
comment on column application_document.sha256 is 'Of the content, 64 hexadecimal digits in lower case.';
comment on column application_document.version is
    'Rises by one with each change; the same number stands in the event of the change.';

create policy own_workspace on application_document for all to leads_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on application_document for select to leads_operator using (true);
create policy migration on application_document for all to leads_owner using (true) with check (true);

create constraint trigger application_document_has_event
    after insert or update or delete on application_document deferrable initially deferred
    for each row execute function require_event('ApplicationDocument');

grant select, insert on application_document to leads_app;
grant update (status, status_reason, version, updated_at) on application_document to leads_app;
grant select on application_document to leads_operator;
