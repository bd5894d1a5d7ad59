import { useSearch } from '@tanstack/react-router'
import { ImportPage } from './ImportPage'

export default function GoodsImportPage() {
  return <ImportPage kind="GOODS" id={useSearch({ from: '/cabinet/goods/import' }).id} />
}
