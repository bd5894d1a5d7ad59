/** Names are data of the demo shop, not texts of the product. */
export const demoGoods = [
  { sku: 'LATTE', name: { ru: 'Латте', en: 'Latte' }, price: 30000 },
  { sku: 'CAPPUCCINO', name: { ru: 'Капучино', en: 'Cappuccino' }, price: 28000 },
  { sku: 'AMERICANO', name: { ru: 'Американо', en: 'Americano' }, price: 22000 },
  { sku: 'TEA', name: { ru: 'Чай', en: 'Tea' }, price: 18000 },
  { sku: 'CROISSANT', name: { ru: 'Круассан', en: 'Croissant' }, price: 22000 },
  { sku: 'CHEESECAKE', name: { ru: 'Чизкейк', en: 'Cheesecake' }, price: 35000 },
  { sku: 'SANDWICH', name: { ru: 'Сэндвич', en: 'Sandwich' }, price: 41000 },
  { sku: 'BEANS', name: { ru: 'Зерно 250 г', en: 'Beans 250 g' }, price: 89000 },
] as const
