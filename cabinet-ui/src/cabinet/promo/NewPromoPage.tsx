export { NewPromoPage as default } from './EditPromoPage'
