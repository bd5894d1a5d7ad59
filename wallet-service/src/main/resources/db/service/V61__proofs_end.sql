-- What a scan proved ends with the card that was read.
GRANT UPDATE (presence) ON scan TO kartela_app;
