-- The same tables, columns and meanings as db/postgresql. Times are milliseconds since 1970.

-- The ledger: one row for every source ever seen.
create table source (
    correlation_id    text primary key,
    channel           text not null,
    name              text not null,
    size              integer not null,
    sha256            text not null,
    converter         text not null,
    converter_version text not null,
    detected_at       integer not null,
    conversion_ms     integer not null,
    settled_at        integer not null,
    fate              text not null check (fate in ('accepted', 'duplicate', 'rejected')),
    reason            text,
    -- What the audit expects to find in source_report.
    reports           integer not null
) without rowid;

create index source_time on source (settled_at);

-- Content that need not be sent again. What the server has refused or an operator has discarded is not here: dropping it again is how
-- people ask for another try.
create table content (
    sha256         text not null,
    converter      text not null,
    correlation_id text not null,
    primary key (sha256, converter)
) without rowid;

-- One row for every report; unique by id, so that a repeat replaces and never doubles.
create table report (
    seq            integer primary key autoincrement,
    id             text not null unique,
    -- Of the newest source that brought it.
    correlation_id text not null,
    part_number    text not null,
    serial_number  text not null,
    result         text not null,
    size           integer not null,
    sha256         blob not null,
    -- Raised with each new body and each new life: an upload of an older one does not settle a newer one.
    revision       integer not null default 0,
    enqueued_at    integer not null,
    -- Set when it has left the queue; until then it has a row in job.
    outcome        text check (outcome in ('delivered', 'cancelled')),
    settled_at     integer,
    took_ms        integer,
    last_status    integer,
    last_reason    text
);

-- What is in the queue. Apart from report and narrow, because it changes often and must stay small.
create table job (
    seq         integer primary key references report (seq),
    state       text not null check (state in ('ready', 'leased', 'waiting', 'paused', 'dead')),
    -- Place in the line: enqueued_at plus a step per priority, so that low priorities age instead of starving.
    place       integer not null,
    -- When a waiting report is due, or a lease ends.
    due_at      integer not null default 0,
    -- The fencing token; starts at revision * 2^32, so that it never repeats in a later life of the same report.
    lease       integer not null,
    revision    integer not null,
    attempts    integer not null default 0,
    size        integer not null,
    enqueued_at integer not null,
    last_status integer,
    last_reason text
);

create index job_ready on job (place, seq) where state = 'ready';
create index job_due on job (due_at) where state in ('leased', 'waiting');

-- Deleted when the server has the report.
create table payload (
    seq        integer primary key references report (seq),
    compressed integer not null,
    body       blob not null
);

create table source_report (
    correlation_id text not null references source (correlation_id),
    seq            integer not null references report (seq),
    ordinal        integer not null,
    primary key (correlation_id, ordinal)
) without rowid;

create index source_report_seq on source_report (seq);

-- The newest attempts that did not deliver.
create table attempt (
    seq     integer not null references report (seq),
    at      integer not null,
    took_ms integer not null,
    status  integer,
    reason  text not null
);

create index attempt_seq on attempt (seq);

-- What operators did.
create table act (
    number    integer primary key autoincrement,
    at        integer not null,
    who       text not null,
    kind      text not null,
    reason    text not null,
    selection text not null,
    changed   integer not null default 0
);

create table act_report (
    act integer not null references act (number),
    seq integer not null references report (seq),
    primary key (seq, act)
) without rowid;

-- A row while an operator has stopped uploads.
create table destination_pause (
    destination text primary key,
    since       integer not null,
    who         text not null,
    reason      text not null
) without rowid;

-- What the audit still has to know of history that is gone, by the day on which its sources were settled.
create table pruned (
    day       integer primary key,
    seen      integer not null,
    delivered integer not null,
    duplicate integer not null,
    rejected  integer not null,
    cancelled integer not null
);

-- What the health check writes and reads back.
create table heartbeat (
    id integer primary key check (id = 1),
    at integer not null
);
