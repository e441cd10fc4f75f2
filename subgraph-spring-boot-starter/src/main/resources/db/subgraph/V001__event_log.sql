-- The event log of a subgraph: the outbox of its changes, and the log that live subscriptions, the relay and rebuilds read.
-- ${subgraph} is the subgraph's schema and the beginning of its roles' names.

-- ---------------------------------------------------------------------------------------------------------------------
-- event_log: a row for each event, written in the transaction of the change that it tells of, after the lock on the
-- changed row is held. Append-only: nobody may change or delete one. Its numbers stand in event_position.
create table event_log (
    workspace_id       text        not null,
    id                 uuid        not null default uuidv7(),
    -- One value at a time: a session that kept a few in stock could write a later event of an object with an earlier value.
    seq                bigint      not null generated always as identity (cache 1),
    transaction_id     xid8        not null default pg_current_xact_id(),
    lane               text        not null default 'NORMAL',
    type               text        not null,
    object_type        text        not null,
    object_id          uuid        not null,
    object_version     integer     not null,
    actor              text        not null,
    occurred_at        timestamptz not null default clock_timestamp(),
    request_id         text,
    trace_parent       text,
    state              jsonb       not null,
    changes            jsonb,
    personal_subject   uuid,
    personal_fields    text[]      not null default '{}',

    constraint event_log_pkey primary key (workspace_id, id),
    -- Its length apart: counted by the expression, {0,62}, the check takes 4.7 instead of 0.5 microseconds a row.
    constraint event_log_workspace_id_check
        check (workspace_id ~ '^[A-Za-z0-9][A-Za-z0-9_-]*$' and octet_length(workspace_id) <= 63),
    constraint event_log_lane_check check (lane in ('NORMAL', 'BULK')),
    constraint event_log_object_version_check check (object_version > 0),
    constraint event_log_personal_check check (personal_subject is not null or personal_fields = '{}')
);

alter table event_log enable row level security;
alter table event_log force row level security;

-- From a position to its event.
create unique index event_log_seq on event_log (seq);
-- require_event() looks here. Not unique: that an object was viewed, or that somebody was denied it, is told of the version
-- it has, as often as it happens.
create index event_log_object on event_log (workspace_id, object_id, object_version);

comment on table event_log is 'What happened to the objects of this subgraph; append-only.';
comment on column event_log.seq is 'Order in which events were written; of one object also the order in which they were committed. Has gaps.';
comment on column event_log.transaction_id is 'The transaction that wrote the event; require_event() compares it.';
comment on column event_log.lane is 'NORMAL, or BULK for what may be delivered later, such as an import.';
comment on column event_log.actor is 'The user who acted, as the token named them.';
comment on column event_log.request_id is 'The x-request-id of the request that led to the event.';
comment on column event_log.trace_parent is 'The W3C traceparent of the request that led to the event.';
comment on column event_log.state is 'The whole state of the object at its version; personal fields are sealed.';
comment on column event_log.changes is 'For each changed field what it was before and after; personal fields are sealed. Null for a new object, of which all is in its state.';
comment on column event_log.personal_subject is 'Under whose key (personal_key) the personal fields are sealed.';
comment on column event_log.personal_fields is 'Names of the sealed fields in state and changes.';

create policy own_workspace on event_log for all to ${subgraph}_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on event_log for select to ${subgraph}_operator using (true);
create policy tail on event_log for select to ${subgraph}_worker using (true);
create policy migration on event_log for all to ${subgraph}_owner using (true) with check (true);

-- By column: nobody makes up a transaction, an order or a time.
grant select on event_log to ${subgraph}_app, ${subgraph}_operator, ${subgraph}_worker;
grant insert (workspace_id, lane, type, object_type, object_id, object_version, actor, request_id, trace_parent, state, changes,
    personal_subject, personal_fields) on event_log to ${subgraph}_app;

-- ---------------------------------------------------------------------------------------------------------------------
-- event_pending: the committed events that have no position yet, a row for each; empty most of the time. The log's own
-- trigger fills it, so that no event can be written past it; the sequencer takes from it. A queue, and narrow: what is
-- taken leaves a dead row of fifty bytes, and the log has none.
create table event_pending (
    seq          bigint not null,
    workspace_id text   not null,
    lane         text   not null,

    constraint event_pending_pkey primary key (seq)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

alter table event_pending enable row level security;
alter table event_pending force row level security;

comment on table event_pending is 'Committed events that have no position yet.';
comment on column event_pending.seq is 'Of the event; also the order in which events are numbered.';

create policy sequencer on event_pending for all to ${subgraph}_worker using (true) with check (true);
create policy migration on event_pending for all to ${subgraph}_owner using (true) with check (true);

grant select, delete on event_pending to ${subgraph}_worker;

-- As the owner: who appends events need not, and may not, reach the queue.
create function note_pending_events() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as
$$
begin
    insert into ${subgraph}.event_pending (seq, workspace_id, lane) select seq, workspace_id, lane from appended;
    return null;
end
$$;

comment on function note_pending_events() is 'Queues what is appended to event_log for the sequencer.';

create trigger event_log_is_numbered after insert on event_log
    referencing new table as appended for each statement execute function note_pending_events();

-- ---------------------------------------------------------------------------------------------------------------------
-- event_position: where an event stands in the order in which the log is read. Beside the log and not in it: an event is
-- wide, and a second version of its row with its entries in each index took a sixth of PostgreSQL's time of an import.
create table event_position (
    workspace_id       text   not null,
    workspace_position bigint not null,
    position           bigint not null,
    seq                bigint not null,
    lane               text   not null,

    -- A subscriber that resumes reads on from its own workspace's position.
    constraint event_position_pkey primary key (workspace_id, workspace_position),
    -- The tail and the relay read on from a position.
    constraint event_position_position_key unique (position),
    -- No event has two.
    constraint event_position_seq_key unique (seq),
    constraint event_position_check check (position > 0 and workspace_position > 0)
);

alter table event_position enable row level security;
alter table event_position force row level security;

comment on table event_position is 'The order in which events are read, given after their commit; append-only.';
comment on column event_position.workspace_position is 'Dense number in the workspace, given together with position.';
comment on column event_position.position is 'Dense number in this subgraph.';
comment on column event_position.seq is 'Of the event.';
comment on column event_position.lane is 'Of the event: the relay passes over a lane without reading its events.';

create policy own_workspace on event_position for select to ${subgraph}_app
    using (workspace_id = (select tenancy.workspace_id()));
create policy every_workspace on event_position for select to ${subgraph}_operator using (true);
create policy sequencer_and_tail on event_position for all to ${subgraph}_worker using (true) with check (true);
create policy migration on event_position for all to ${subgraph}_owner using (true) with check (true);

grant select on event_position to ${subgraph}_app, ${subgraph}_operator;
grant select, insert on event_position to ${subgraph}_worker;

-- ---------------------------------------------------------------------------------------------------------------------
-- event_counter: one row. Its lock is the lease of the sequencer. No tenant: it counts over all workspaces, and only the
-- worker reaches it.
create table event_counter (
    one        boolean not null default true,
    position   bigint  not null default 0,
    generation integer not null default 0,

    constraint event_counter_pkey primary key (one),
    constraint event_counter_one_check check (one),
    constraint event_counter_position_check check (position >= 0),
    constraint event_counter_generation_check check (generation >= 0)
);

comment on table event_counter is 'The last position given in this subgraph; the lock on its only row is the lease of the sequencer.';
comment on column event_counter.generation is 'Raised by an operator after the database was copied, so that cursors of the original are not taken for its own.';

grant select, update on event_counter to ${subgraph}_worker;

insert into event_counter default values;

-- ---------------------------------------------------------------------------------------------------------------------
-- event_workspace_counter: a row for each workspace that has numbered events.
create table event_workspace_counter (
    workspace_id text   not null,
    position     bigint not null,

    constraint event_workspace_counter_pkey primary key (workspace_id),
    constraint event_workspace_counter_position_check check (position > 0)
);

alter table event_workspace_counter enable row level security;
alter table event_workspace_counter force row level security;

comment on table event_workspace_counter is 'The last position given in each workspace.';

create policy every_workspace on event_workspace_counter for select to ${subgraph}_operator using (true);
create policy sequencer on event_workspace_counter for all to ${subgraph}_worker using (true) with check (true);
create policy migration on event_workspace_counter for all to ${subgraph}_owner using (true) with check (true);

grant select on event_workspace_counter to ${subgraph}_operator;
grant select, insert, update on event_workspace_counter to ${subgraph}_worker;

-- ---------------------------------------------------------------------------------------------------------------------
-- personal_key: a key for each person whose data appears in events. Deleting the row is the erasure: what was sealed stays
-- in the log, and nobody can read it again. A key never changes, so nobody may update.
create table personal_key (
    workspace_id text        not null,
    subject      uuid        not null,
    key          bytea       not null,
    created_at   timestamptz not null default clock_timestamp(),

    constraint personal_key_pkey primary key (workspace_id, subject),
    constraint personal_key_workspace_id_check
        check (workspace_id ~ '^[A-Za-z0-9][A-Za-z0-9_-]*$' and octet_length(workspace_id) <= 63),
    constraint personal_key_key_check check (octet_length(key) = 32)
);

alter table personal_key enable row level security;
alter table personal_key force row level security;

comment on table personal_key is 'AES-256 keys under which the personal fields of events are sealed, one for each subject.';
comment on column personal_key.subject is 'The object that the personal fields describe, such as a lead.';

create policy own_workspace on personal_key for all to ${subgraph}_app
    using (workspace_id = (select tenancy.workspace_id()))
    with check (workspace_id = (select tenancy.workspace_id()));
create policy migration on personal_key for all to ${subgraph}_owner using (true) with check (true);

grant select, insert, delete on personal_key to ${subgraph}_app;

-- ---------------------------------------------------------------------------------------------------------------------
-- require_event(): attached to a table whose every change is an event,
--     create constraint trigger lead_has_event after insert or update or delete on lead
--         deferrable initially deferred for each row execute function require_event('Lead');
-- Deferred, because the event is written after the change; at the commit it must be there, for the object and its version
-- (a deletion counts as the next version), from this very transaction. Migrations run as the owner and are let through.
-- It looks as the owner: row-level security would check the signature of the binding again for each changed row.
create function require_event() returns trigger
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
as
$$
declare
    workspace text    := case when tg_op = 'DELETE' then old.workspace_id else new.workspace_id end;
    object    uuid    := case when tg_op = 'DELETE' then old.id else new.id end;
    expected  integer := case when tg_op = 'DELETE' then old.version + 1 else new.version end;
begin
    if coalesce(nullif(current_setting('role'), 'none'), session_user) = '${subgraph}_owner' then
        return null;
    end if;
    if not exists (select
                   from ${subgraph}.event_log
                   where workspace_id = workspace
                     and object_id = object
                     and object_version = expected
                     and object_type = tg_argv[0]
                     and transaction_id = pg_current_xact_id()) then
        raise exception '% % reached version % without an event', tg_argv[0], object, expected
            using errcode = 'integrity_constraint_violation', table = tg_table_name, constraint = tg_name,
                hint = 'Append an event for this object and version in the same transaction.';
    end if;
    return null;
end
$$;

comment on function require_event() is 'Refuses the commit of a changed row that no event tells of; its argument is the object type.';

-- ---------------------------------------------------------------------------------------------------------------------
-- event_epoch(): in which history the positions count. It changes when the cluster is another one, when a standby was
-- promoted or a backup restored (its timeline), and when an operator raises event_counter.generation. A cursor carries it;
-- hashed, because clients see it.
create function event_epoch() returns text
    language sql
    stable
as
$$
    select left(encode(sha256(convert_to(concat_ws('.', system_identifier,
               left(pg_walfile_name(pg_current_wal_lsn()), 8), generation), 'UTF8')), 'hex'), 12)
    from pg_control_system(), ${subgraph}.event_counter
$$;

comment on function event_epoch() is 'The history in which the positions of this log count; part of every cursor.';

grant execute on function require_event() to ${subgraph}_app, ${subgraph}_worker;
grant execute on function event_epoch() to ${subgraph}_worker;
