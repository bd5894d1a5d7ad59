import type { Page } from '@playwright/test'
import type { components } from '../src/base/api/schema'
import { expect, own, type Shop } from './support'

type Schemas = components['schemas']

/** The owner's own words to the service, beside what the screen does. */
export class Designs {
  constructor(
    private readonly page: Page,
    private readonly headers: Record<string, string>,
  ) {}

  static async of(page: Page, shop: Shop) {
    await shop.signIn(page)
    return new Designs(page, own())
  }

  async current(): Promise<Schemas['Design']> {
    return (await this.page.request.get('/api/v1/design')).json()
  }

  async discard() {
    await this.page.request.delete('/api/v1/design/draft', { headers: this.headers })
  }

  /** Publishes a document as it is. */
  async publish(document: Schemas['DesignDocument']) {
    await this.discard()
    const { headers } = this
    const saved = await this.page.request.put('/api/v1/design/draft', { headers, data: { revision: 0, document } })
    expect(saved.status(), await saved.text()).toBe(200)
    const { revision } = (await saved.json()) as Schemas['DesignDraft']
    const made = await this.page.request.post('/api/v1/design/publish', { headers, data: { revision } })
    expect(made.status(), await made.text()).toBe(201)
    return (await made.json()) as Schemas['DesignVersion']
  }
}

export const preview = (page: Page) => page.getByRole('region', { name: 'Как это выглядит', exact: true })
export const card = (page: Page) => preview(page).getByRole('article')
