import { Checkbox, Radio, Stack } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useStores } from '@/base/api/queries/stores'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Role = Schemas['Role']
export type Job = { role: Role; stores: string[] }
type Props = { value: Job; onChange: (job: Job) => void; error?: string | undefined }

const ROLES: readonly Role[] = ['MARKETER', 'MANAGER', 'SUPPORT', 'ACCOUNTANT', 'CASHIER', 'OWNER']

/** A role with what it may do, and a manager's stores. */
export function RoleSelect({ value, onChange, error }: Props) {
  const t = useTexts(texts)
  return (
    <>
      <Radio.Group label={t('role')} value={value.role} onChange={(role) => onChange({ ...value, role: role as Role })}>
        <Stack gap="xs" mt="xs">
          {ROLES.map((role) => (
            <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`roleHint.${role}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {value.role === 'MANAGER' && <StoreChoice value={value} onChange={onChange} error={error} />}
    </>
  )
}

function StoreChoice({ value, onChange, error }: Props) {
  const t = useTexts(texts)
  const stores = useStores().data?.items.filter((store) => !store.closed || value.stores.includes(store.id))
  return (
    <Checkbox.Group
      label={t('managedStores')}
      value={value.stores}
      onChange={(chosen) => onChange({ ...value, stores: chosen })}
      error={error}
    >
      <Stack gap="xs" mt="xs">
        {stores?.map((store) => (
          <Checkbox key={store.id} value={store.id} label={store.name} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
