-- Bonuses for what a friend bought, told apart from the member's own purchases.
alter type ledger.lot_kind add value 'REFERRAL';
alter type ledger.entry_op add value 'REFERRAL';
