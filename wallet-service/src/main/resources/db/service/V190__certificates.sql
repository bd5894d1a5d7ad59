-- Gift certificates: kinds, the certificates, the codes by which they are found, and every movement with what was left after it.

-- amounts: fixed values; empty: any sum between least and most. days: how long one given as a gift is good; one that was bought never ends.
CREATE TABLE certificate_kind (
    merchant_id bigint NOT NULL,
    kind_id bigint NOT NULL,
    name_ru text NOT NULL,
    name_en text NOT NULL,
    origin text NOT NULL CHECK (origin IN ('BOUGHT', 'GIFTED')),
    amounts bigint[] NOT NULL DEFAULT '{}',
    least bigint CHECK (least > 0),
    most bigint,
    days integer CHECK (days > 0),
    stopped_at timestamptz,
    revision integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_by text NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, kind_id),
    CHECK (origin = 'GIFTED' OR days IS NULL),
    CHECK ((cardinality(amounts) > 0) = (least IS NULL) AND (least IS NULL) = (most IS NULL) AND most >= least)
);

-- rest and moves are those of the last movement. sealed: code and link under the merchant's key. link_hash: by which the link is found.
CREATE TABLE certificate (
    merchant_id bigint NOT NULL,
    certificate_id bigint NOT NULL,
    kind_id bigint NOT NULL,
    origin text NOT NULL CHECK (origin IN ('BOUGHT', 'GIFTED')),
    rest bigint NOT NULL DEFAULT 0 CHECK (rest >= 0),
    moves integer NOT NULL DEFAULT 0,
    tail text NOT NULL,
    sealed bytea NOT NULL,
    link_hash bigint NOT NULL,
    issued_at timestamptz NOT NULL,
    ends_at timestamptz,
    blocked_at timestamptz,
    member_id bigint,
    recipient text NOT NULL DEFAULT '',
    PRIMARY KEY (merchant_id, certificate_id),
    FOREIGN KEY (merchant_id, kind_id) REFERENCES certificate_kind,
    CHECK (origin = 'GIFTED' OR ends_at IS NULL)
);
CREATE UNIQUE INDEX certificate_link ON certificate (merchant_id, link_hash);
CREATE INDEX certificate_member ON certificate (merchant_id, member_id) WHERE member_id IS NOT NULL;

-- code_hash: 64 bits of a keyed hash. A lost code stays known, so that a till says that it was replaced.
CREATE TABLE certificate_code (
    merchant_id bigint NOT NULL,
    code_hash bigint NOT NULL,
    certificate_id bigint NOT NULL,
    tail text NOT NULL,
    replaced_at timestamptz,
    PRIMARY KEY (merchant_id, code_hash)
);
CREATE INDEX certificate_code_of ON certificate_code (merchant_id, certificate_id);

-- Append-only. at: when it happened; seq: the order in which it was booked, by which rest runs.
CREATE TABLE certificate_move (
    merchant_id bigint NOT NULL,
    certificate_id bigint NOT NULL,
    seq integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('ISSUE', 'TOP_UP', 'SPEND', 'BACK', 'REFUND')),
    amount bigint NOT NULL CHECK (amount <> 0 AND (amount > 0) = (kind IN ('ISSUE', 'TOP_UP', 'BACK'))),
    rest bigint NOT NULL CHECK (rest >= 0),
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    receipt_id bigint,
    store_id bigint,
    register_id bigint,
    author text NOT NULL,
    PRIMARY KEY (merchant_id, certificate_id, seq),
    CHECK ((receipt_id IS NOT NULL) = (kind IN ('SPEND', 'BACK')))
);
CREATE UNIQUE INDEX certificate_spent_once ON certificate_move (merchant_id, receipt_id, certificate_id) WHERE kind = 'SPEND';
CREATE INDEX certificate_move_receipt ON certificate_move (merchant_id, receipt_id) WHERE receipt_id IS NOT NULL;
CREATE INDEX certificate_move_at ON certificate_move (merchant_id, at);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['certificate_kind', 'certificate', 'certificate_code', 'certificate_move'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT ON %I TO kartela_app', t);
    END LOOP;
END $$;
GRANT UPDATE ON certificate_kind, certificate, certificate_code TO kartela_app;
