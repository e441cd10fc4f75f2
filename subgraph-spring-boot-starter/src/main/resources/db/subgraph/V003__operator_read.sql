-- operator_read: a row for each read of an operator of the platform across workspaces, committed before anything is read.
-- No tenant: one read may concern any number of workspaces. Append-only for everybody: the role that reads is the only one
-- that adds a row, it cannot say when, and nobody may change or delete one.
create table operator_read (
    id uuid not null default uuidv7(),
    user_id text not null,
    operation text not null,
    objects text[] not null default '{}',
    request_id text,
    trace_parent text,
    read_at timestamptz not null default clock_timestamp(),

    primary key (id),
    constraint operator_read_user_id_length check (char_length(user_id) > 0),
    constraint operator_read_operation_shape check (operation ~ '^[a-z][A-Za-z]{0,99}$')
);

alter table operator_read enable row level security;
alter table operator_read force row level security;

comment on table operator_read is 'Who read across workspaces, when and what; append-only.';
comment on column operator_read.user_id is 'The operator, as the token named them.';
comment on column operator_read.operation is 'What was asked, as the schema calls it.';
comment on column operator_read.objects is 'The ids that were asked for; empty for a list, which may show any.';
comment on column operator_read.request_id is 'The x-request-id of the request.';
comment on column operator_read.trace_parent is 'The W3C traceparent of the request.';

create policy recorded on operator_read for insert to ${subgraph}_operator with check (true);
create policy every_read on operator_read for select to ${subgraph}_operator using (true);
create policy migration on operator_read for all to ${subgraph}_owner using (true) with check (true);

grant select on operator_read to ${subgraph}_operator;
grant insert (user_id, operation, objects, request_id, trace_parent) on operator_read to ${subgraph}_operator;
