-- Where a store is and when it is open; a closed one stays for the receipts that name it.
ALTER TABLE store
    ADD COLUMN address text NOT NULL DEFAULT '',
    ADD COLUMN hours text NOT NULL DEFAULT '', -- from Monday on, such as 09:00-21:00, separated by commas; empty: not said
    ADD COLUMN closed_at timestamptz;
