-- Personal data of a member can be erased. What the law lets stay – entries of the ledger, receipts, proofs of consent – stays under the
-- member's number, from which nothing leads to a person any more.
ALTER TABLE member
    DROP CONSTRAINT member_status_check,
    ADD CONSTRAINT member_status_check CHECK (status IN ('ACTIVE', 'BLOCKED', 'MERGED', 'ERASED'));

-- The service adds to the audit and to receipts and changes neither. This alone does, and only for the merchant of the wall's own setting.
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['audit', 'receipt'] LOOP
        EXECUTE format($p$CREATE POLICY forget ON %I TO %I
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t, current_user);
    END LOOP;
END $$;
CREATE FUNCTION forget(members bigint[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    merchant bigint := nullif(current_setting('kartela.merchant', true), '')::bigint;
    person text[] := ARRAY['receipt', 'facts', 'member'];
BEGIN
    -- That something was changed stays; from what to what, and why, tells of the person.
    UPDATE kartela.audit SET detail = detail - ARRAY['was', 'now', 'reason', 'tagsAdded', 'tagsRemoved']
    WHERE merchant_id = merchant AND subject IN (SELECT 'member:' || id FROM unnest(members) AS m (id));
    UPDATE kartela.receipt SET document =
        (document::jsonb #- (person || 'birthDate'::text) #- (person || 'dobEnteredAt'::text) #- (person || 'tags'::text))::json
    WHERE merchant_id = merchant AND member_id = ANY (members);
END $$;
REVOKE ALL ON FUNCTION forget FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget TO kartela_app;
