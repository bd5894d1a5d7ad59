import { Button, Center, Stack, Text } from '@mantine/core'
import type { Certificate } from '@/base/api/queries/certificates'
import { CopyField } from '@/base/components/CopyField'
import { QrCode } from '@/base/components/QrCode'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

/** The code of a certificate, shown once to who issued it. */
export function Issued({ one, onClose }: { one: Certificate; onClose: () => void }) {
  const t = useTexts(texts)
  return (
    <Stack>
      <Center>
        <QrCode value={one.barcode ?? ''} label={t('qr')} />
      </Center>
      <CopyField label={t('code')} value={one.code ?? ''} mono />
      <CopyField label={t('link')} value={one.link ?? ''} />
      <Text size="sm" role="status">
        {t('once')}
      </Text>
      <Button onClick={onClose}>{t('done')}</Button>
    </Stack>
  )
}
