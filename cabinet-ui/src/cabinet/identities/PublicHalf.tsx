import { Stack, Textarea } from '@mantine/core'
import { CopyField } from '@/base/components/CopyField'
import { useTexts } from '@/base/i18n/texts'
import { detailOf, type Identity } from './identity'
import { texts } from './texts'

const MONO = { input: { fontFamily: 'ui-monospace, monospace', fontSize: 13 } }

/** The half of an NFC key that may be seen, as Apple and as Google want it. */
export function PublicHalf({ identity }: { identity: Identity }) {
  const t = useTexts(texts)
  const { applePublicKey = '', googlePublicKeyPem = '' } = detailOf(identity)
  return (
    <Stack gap="sm">
      <CopyField label={t('publicApple')} value={applePublicKey} mono />
      <Textarea
        label={t('publicGoogle')}
        description={t('publicGoogleHint')}
        value={googlePublicKeyPem}
        readOnly
        autosize
        styles={MONO}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Stack>
  )
}
