-- A change of the master key seals every secret anew.
GRANT UPDATE (sealed) ON nfc_key TO kartela_app;
