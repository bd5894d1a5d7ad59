-- Figures of a year without a year of receipts: what each closed day of each store adds up to. Written behind the tills by the clock; a
-- movement that comes late to a day takes its sums away, and they are made anew. A day is an instant and another, so that a shop which
-- moves to another time zone finds no sums of the old days, and none that are wrong.
CREATE TABLE day_sum (
    merchant_id bigint NOT NULL,
    starts timestamptz NOT NULL,
    ends timestamptz NOT NULL,
    -- 0: of no store, members who joined.
    store_id bigint NOT NULL,
    receipts bigint NOT NULL,
    sales bigint NOT NULL,
    revenue bigint NOT NULL,
    member_receipts bigint NOT NULL,
    member_revenue bigint NOT NULL,
    gross bigint NOT NULL,
    discount bigint NOT NULL,
    earned bigint NOT NULL,
    spent bigint NOT NULL,
    joined bigint NOT NULL,
    PRIMARY KEY (merchant_id, starts, ends, store_id)
);

-- Which days have their sums. A day is announced first and added up when nobody is left who began before it was announced: whoever comes
-- after finds the row and takes it away.
CREATE TABLE day_summed (
    merchant_id bigint NOT NULL,
    starts timestamptz NOT NULL,
    ends timestamptz NOT NULL,
    -- Transactions before this one may not have seen that the day was announced; null: it was announced just now.
    seen_from xid8,
    done boolean NOT NULL DEFAULT false,
    PRIMARY KEY (merchant_id, starts, ends)
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['day_sum', 'day_summed'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;

-- No day is longer than 26 hours, whatever clocks are turned: one or two rows are looked at, and of today there is none.
CREATE FUNCTION day_moved(merchant bigint, moved timestamptz) RETURNS void LANGUAGE sql AS $$
    DELETE FROM kartela.day_summed
    WHERE merchant_id = merchant AND starts > moved - interval '26 hours' AND starts <= moved AND ends > moved
$$;
CREATE FUNCTION day_moved_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM kartela.day_moved(NEW.merchant_id, NEW.at);
    RETURN NULL;
END $$;
CREATE FUNCTION day_joined_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM kartela.day_moved(NEW.merchant_id, NEW.created_at);
    IF TG_OP = 'UPDATE' THEN
        PERFORM kartela.day_moved(OLD.merchant_id, OLD.created_at);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER day_moved AFTER INSERT ON receipt FOR EACH ROW EXECUTE FUNCTION day_moved_at();
-- A receipt that is given to a member later is judged anew.
CREATE TRIGGER day_judged AFTER UPDATE ON receipt FOR EACH ROW
    WHEN (NEW.earned <> OLD.earned OR NEW.discount <> OLD.discount OR (NEW.member_id IS NULL) <> (OLD.member_id IS NULL))
    EXECUTE FUNCTION day_moved_at();
CREATE TRIGGER day_moved AFTER INSERT ON receipt_return FOR EACH ROW EXECUTE FUNCTION day_moved_at();
CREATE TRIGGER day_joined AFTER INSERT ON member FOR EACH ROW EXECUTE FUNCTION day_joined_at();
CREATE TRIGGER day_joined_anew AFTER UPDATE OF created_at ON member FOR EACH ROW
    WHEN (NEW.created_at <> OLD.created_at) EXECUTE FUNCTION day_joined_at();

-- What messages of a period cost.
CREATE INDEX sent_at ON sent (merchant_id, at) INCLUDE (source, cost);
