-- idempotency_key: a row for each mutation that was made under an idempotency key, written in the transaction of the
-- change, so that there is one if and only if the change is there. The primary key is what makes a second call wait for
-- the first. A row counts until it expires; then its key may be used anew, and the worker deletes it.
create table idempotency_key (
    workspace_id text        not null,
    user_id      text        not null,
    field        text        not null,
    key          text        not null,
    request_hash bytea       not null,
    object_id    uuid,
    expires_at   timestamptz not null default clock_timestamp() + interval '24 hours',

    constraint idempotency_key_pkey primary key (workspace_id, user_id, field, key),
    constraint idempotency_key_workspace_id_check check (workspace_id ~ '^([A-Za-z0-9][A-Za-z0-9_-]{0,62})?$'),
    constraint idempotency_key_key_check check (key ~ '^[!-~]{1,200}$'),
    constraint idempotency_key_request_hash_check check (octet_length(request_hash) = 32)
);

alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;

-- The worker finds those that no longer count.
create index idempotency_key_expires_at on idempotency_key (expires_at);

comment on table idempotency_key is 'Mutations that were made under an idempotency key, so that a repetition does not act twice.';
comment on column idempotency_key.workspace_id is 'Empty for a user who acts outside of any workspace, such as one who makes a workspace.';
comment on column idempotency_key.field is 'The mutation, as the schema calls it.';
comment on column idempotency_key.key is 'The client''s name for the call.';
comment on column idempotency_key.request_hash is 'SHA-256 of the input as JSON; the same key with another input is refused.';
comment on column idempotency_key.object_id is 'The object that was changed, by which a repetition finds it; null only until the transaction ends.';

-- By case, so that a user without a workspace is not asked for one.
create policy own_workspace on idempotency_key for all to ${subgraph}_app
    using (case when workspace_id = '' then user_id = (select tenancy.user_id()) else workspace_id = (select tenancy.workspace_id()) end)
    with check (case when workspace_id = '' then user_id = (select tenancy.user_id()) else workspace_id = (select tenancy.workspace_id()) end);
create policy every_workspace on idempotency_key for select to ${subgraph}_operator using (true);
create policy no_longer_counting on idempotency_key for all to ${subgraph}_worker
    using (expires_at <= clock_timestamp())
    with check (false);
create policy migration on idempotency_key for all to ${subgraph}_owner using (true) with check (true);

grant select, insert, update (request_hash, object_id, expires_at) on idempotency_key to ${subgraph}_app;
grant select on idempotency_key to ${subgraph}_operator;
grant select, delete on idempotency_key to ${subgraph}_worker;
