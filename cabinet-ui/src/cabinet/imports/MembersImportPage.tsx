import { useSearch } from '@tanstack/react-router'
import { ImportPage } from './ImportPage'

export default function MembersImportPage() {
  return <ImportPage kind="MEMBERS" id={useSearch({ from: '/cabinet/members/import' }).id} />
}
