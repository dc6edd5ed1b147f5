-- The same tables, columns and meanings as db/sqlite. Times are milliseconds since 1970, by the clock of this database and no other.
create function queue_now() returns bigint language sql stable parallel safe as
    $$ select (extract(epoch from statement_timestamp()) * 1000)::bigint $$;

-- The ledger: one row for every source ever seen.
create table source (
    correlation_id    text primary key,
    channel           text not null,
    name              text not null,
    size              bigint not null,
    sha256            text not null,
    converter         text not null,
    converter_version text not null,
    detected_at       bigint not null,
    conversion_ms     bigint not null,
    settled_at        bigint not null,
    fate              text not null check (fate in ('accepted', 'duplicate', 'rejected')),
    reason            text,
    -- What the audit expects to find in source_report.
    reports           bigint not null
);

create index source_time on source (settled_at);

-- Content that need not be sent again. What the server has refused or an operator has discarded is not here: dropping it again is how
-- people ask for another try.
create table content (
    sha256         text not null,
    converter      text not null,
    correlation_id text not null,
    primary key (sha256, converter)
);

-- One row for every report; unique by id, so that a repeat replaces and never doubles.
create table report (
    seq            bigint generated always as identity primary key,
    id             text not null unique,
    -- Of the newest source that brought it.
    correlation_id text not null,
    part_number    text not null,
    serial_number  text not null,
    result         text not null,
    size           bigint not null,
    sha256         bytea not null,
    -- Raised with each new body and each new life: an upload of an older one does not settle a newer one.
    revision       bigint not null default 0,
    enqueued_at    bigint not null,
    -- Set when it has left the queue; until then it has a row in job.
    outcome        text check (outcome in ('delivered', 'cancelled')),
    settled_at     bigint,
    took_ms        bigint,
    last_status    bigint,
    last_reason    text
-- Changed once, when it leaves the queue, in no indexed column: with room on its page that costs no index entry.
) with (fillfactor = 85);

-- What is in the queue. Apart from report and narrow, because it changes often and must stay small.
create table job (
    seq         bigint primary key references report (seq),
    state       text not null check (state in ('ready', 'leased', 'waiting', 'paused', 'dead')),
    -- Place in the line: enqueued_at plus a step per priority, so that low priorities age instead of starving.
    place       bigint not null,
    -- When a waiting report is due, or a lease ends.
    due_at      bigint not null default 0,
    -- The fencing token; starts at revision * 2^32, so that it never repeats in a later life of the same report.
    lease       bigint not null,
    revision    bigint not null,
    attempts    bigint not null default 0,
    size        bigint not null,
    enqueued_at bigint not null,
    last_status bigint,
    last_reason text
-- Rows change two or three times and go: room for that on each page, and a vacuum that comes soon.
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
    autovacuum_vacuum_insert_scale_factor = 0.1, autovacuum_analyze_scale_factor = 0.1);

create index job_ready on job (place, seq) where state = 'ready';
create index job_due on job (due_at) where state in ('leased', 'waiting');

-- Deleted when the server has the report.
create table payload (
    seq        bigint primary key references report (seq),
    compressed smallint not null,
    body       bytea not null
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000,
    toast.autovacuum_vacuum_scale_factor = 0.02, toast.autovacuum_vacuum_threshold = 1000);

-- Large bodies come compressed.
alter table payload alter column body set storage external;

create table source_report (
    correlation_id text not null references source (correlation_id),
    seq            bigint not null references report (seq),
    ordinal        bigint not null,
    primary key (correlation_id, ordinal)
);

create index source_report_seq on source_report (seq);

-- The newest attempts that did not deliver.
create table attempt (
    seq     bigint not null references report (seq),
    at      bigint not null,
    took_ms bigint not null,
    status  bigint,
    reason  text not null
);

create index attempt_seq on attempt (seq);

-- What operators did.
create table act (
    number    bigint generated always as identity primary key,
    at        bigint not null,
    who       text not null,
    kind      text not null,
    reason    text not null,
    selection text not null,
    changed   bigint not null default 0
);

create table act_report (
    act bigint not null references act (number),
    seq bigint not null references report (seq),
    primary key (seq, act)
);

-- A row while an operator has stopped uploads.
create table destination_pause (
    destination text primary key,
    since       bigint not null,
    who         text not null,
    reason      text not null
);

-- What the audit still has to know of history that is gone, by the day on which its sources were settled.
create table pruned (
    day       bigint primary key,
    seen      bigint not null,
    delivered bigint not null,
    duplicate bigint not null,
    rejected  bigint not null,
    cancelled bigint not null
);

-- What the health check writes and reads back.
create table heartbeat (
    id bigint primary key check (id = 1),
    at bigint not null
);
