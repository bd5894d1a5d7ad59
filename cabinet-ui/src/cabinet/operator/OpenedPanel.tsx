import { Stack } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { CopyField } from '@/base/components/CopyField'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { useUnsaved } from '@/base/hooks/useUnsaved'
import { useTexts } from '@/base/i18n/texts'
import { ButtonLink } from '../layout/links'
import { Once, OwnerLink } from './HandOver'
import { texts } from './texts'

/** What the operator hands over to the owner, seen this once. */
export function OpenedPanel({ name, opened }: { name: string; opened: Schemas['MerchantOpened'] }) {
  const t = useTexts(texts)
  useUnsaved(true)
  return (
    <>
      <PageHeader title={t('openedTitle', { name })} />
      <Panel>
        <Stack>
          <Once text={opened.owner.letterSent ? t('sentShop', { email: opened.owner.email }) : t('onceShop')} />
          <OwnerLink owner={opened.owner} />
          <CopyField label={t('registerKey', { name: opened.register.name })} value={opened.register.key} mono />
          <CopyField label={t('joinLink')} value={opened.joinUrl} />
          <div>
            <ButtonLink to="/operator" ignoreBlocker>
              {t('done')}
            </ButtonLink>
          </div>
        </Stack>
      </Panel>
    </>
  )
}
