-- Which version of the shop's own terms or privacy text stood behind the tick when it was set; null: the shop had none, or it was said
-- otherwise than on the page.
ALTER TABLE consent ADD COLUMN shop_text integer;
