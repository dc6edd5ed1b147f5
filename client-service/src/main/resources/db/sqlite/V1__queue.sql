-- One row for every source ever seen: the ledger. Its reports tell whether it is queued, delivered or dead.
create table source (
    correlation_id    text primary key,
    channel           text not null,
    name              text not null,
    size              integer not null,
    sha256            text not null,
    converter         text not null,
    converter_version text not null,
    detected_at       integer not null,
    settled_at        integer not null,
    fate              text not null check (fate in ('accepted', 'duplicate', 'rejected')),
    reason            text
) without rowid;

create index source_content on source (sha256, converter) where fate = 'accepted';
create index source_time on source (settled_at);

-- One row for every report; unique by id, so that a repeat replaces and never doubles.
create table report (
    seq           integer primary key autoincrement,
    id            text not null unique,
    -- Of the newest source that brought it.
    correlation_id text not null references source (correlation_id),
    part_number   text not null,
    serial_number text not null,
    result        text not null,
    priority      integer not null,
    state         text not null check (state in ('ready', 'leased', 'waiting', 'delivered', 'dead')),
    -- Place in the line: enqueued_at plus a step per priority, so that low priorities age instead of starving.
    place         integer not null,
    -- When a waiting report is due, or a lease ends.
    due_at        integer not null,
    lease         integer not null default 0,
    -- Raised when the body is replaced: an upload of an older body does not settle a newer one.
    revision      integer not null default 0,
    attempts      integer not null default 0,
    last_status   integer,
    last_reason   text,
    enqueued_at   integer not null,
    settled_at    integer,
    size          integer not null,
    sha256        blob not null
);

create index report_ready on report (place, seq) where state = 'ready';
create index report_due on report (due_at) where state in ('leased', 'waiting');
create index report_undelivered on report (enqueued_at, state, size) where state in ('ready', 'leased', 'waiting');
create index report_dead on report (settled_at) where state = 'dead';

-- Apart from report: SQLite rewrites a whole row on update, and state changes often.
create table payload (
    seq  integer primary key references report (seq) on delete cascade,
    body blob not null
);

create table source_report (
    correlation_id text not null references source (correlation_id),
    seq            integer not null references report (seq),
    ordinal        integer not null,
    primary key (correlation_id, ordinal)
) without rowid;

create index source_report_seq on source_report (seq);

-- Attempts that did not deliver.
create table attempt (
    seq    integer not null references report (seq) on delete cascade,
    at     integer not null,
    status integer,
    reason text not null
);

create index attempt_seq on attempt (seq);

-- What the health check writes and reads back.
create table heartbeat (
    id integer primary key check (id = 1),
    at integer not null
);
