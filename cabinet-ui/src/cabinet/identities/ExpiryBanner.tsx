import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useIdentities } from '@/base/api/queries/identities'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { endingSoon } from './identity'
import { texts } from './texts'

/** On the overview: a certificate in use ends soon, and nobody should learn it from silent phones. */
export function ExpiryBanner() {
  const t = useTexts(texts)
  const session = useCurrentSession()
  const f = useFormat(session.zone)
  const identities = useIdentities(useMay('VENDOR_KEYS'))
  const worst = endingSoon(identities.data?.items ?? [])[0]
  if (!worst?.notAfter) return null
  const bad = worst.warning === 'CRITICAL' || worst.warning === 'EXPIRED'
  const said = { name: worst.name, date: f.dateLong(worst.notAfter), count: worst.daysLeft ?? 0 }
  return (
    <Alert
      role="status"
      mb="md"
      color={bad ? 'red' : 'honey'}
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(worst.warning === 'EXPIRED' ? 'bannerExpired' : 'banner', said)}
    >
      <Text fz="sm" c="var(--k-text)">
        {t('bannerText', said)} <TextLink to="/identities">{t('toIdentities')}</TextLink>
      </Text>
    </Alert>
  )
}
