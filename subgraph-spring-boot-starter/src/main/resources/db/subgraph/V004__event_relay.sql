-- How far the events of this subgraph have gone to its topic.
-- ${subgraph} is the subgraph's schema and the beginning of its roles' names.

-- ---------------------------------------------------------------------------------------------------------------------
-- event_relay: a row for each lane. No tenant: it counts over all workspaces, and only the worker reaches it.
create table event_relay (
    lane     text        not null,
    position bigint      not null default 0,
    holder   uuid,
    fence    bigint      not null default 0,
    held_to  timestamptz not null default '-infinity',

    constraint event_relay_pkey primary key (lane),
    constraint event_relay_lane_check check (lane in ('NORMAL', 'BULK')),
    constraint event_relay_position_check check (position >= 0)
);

comment on table event_relay is 'How far each lane of the log has gone to the topic, and which instance sends it.';
comment on column event_relay.position is 'Every event of the lane up to here was acknowledged by the topic.';
comment on column event_relay.holder is 'The instance that sends; null before the first.';
comment on column event_relay.fence is 'Raised with each new holder: who comes back after a pause changes nothing any more.';
comment on column event_relay.held_to is 'When another instance may take over.';

grant select, update (position, holder, fence, held_to) on event_relay to ${subgraph}_worker;

insert into event_relay (lane) values ('NORMAL'), ('BULK');
