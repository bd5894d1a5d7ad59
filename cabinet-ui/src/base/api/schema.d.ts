// Generated from openapi.yaml by "npm run api". Do not edit.
export interface paths {
    "/public/shops/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the sign-up page shows */
        get: operations["getShop"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/shops/{slug}/inviter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who invites by this code, for the sign-up page
         * @description The code may be typed in any case, with spaces or dashes, on a Russian keyboard, or copied with Cyrillic letters that look alike;
         *     a whole link works, too. Nothing of the inviter is told but the first name. 404 INVITE_UNKNOWN: nobody's, or of a member who may
         *     not invite; one can sign up without it. Limited per address; who asked for thirty codes at one shop
         *     that are nobody's waits, too (429 with Retry-After).
         */
        get: operations["getInviter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/shops/{slug}/sign-ups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin signing up; a one-time code goes to the phone
         * @description Another code for the same phone after `resendAfterSeconds`; before that, and when the day's codes of the phone, its country or the shop are used up, 429 with Retry-After. 422 PHONE_UNREACHABLE: no message reaches the number. 503 SMS_UNAVAILABLE: none goes out now.
         */
        post: operations["startSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/sign-ups/{signUpId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove the phone with the one-time code; creates the member or finds the one with this phone
         * @description A register that sends its key and its cashier's session along is named as the one who signed the member up. An address that asked for thirty sign-ups that are not there waits (429 with Retry-After). Five tries a code; after ten wrong ones a phone's codes are not listened to for ten minutes, then an hour, then for the rest of the day (429 with Retry-After).
         */
        post: operations["confirmSignUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/cards/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member's card as the add-to-wallet page and the web card show it */
        get: operations["getCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I (the till shows it after signing in with its key) */
        get: operations["getRegister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/cashiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may sign in on this register; empty when the store has no cashiers */
        get: operations["listRegisterCashiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/cashier-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A cashier signs in on this register with the PIN
         * @description Send the answer's `session` as the header `Cashier-Session` with scans, receipts and returns; it lasts sixteen hours, or until it is ended, the PIN is changed or the cashier is revoked. A receipt made in it counts for the cashier also when it is sent later. After five wrong PINs in a row the cashier is locked for 5 minutes, after five more for 10, up to an hour.
         */
        post: operations["signInCashier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/register/cashier-sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The cashier leaves or the workplace locks; nothing happens when the session is over already */
        delete: operations["signOutCashier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Traces of scans, newest first
         * @description What readers gave and what came of it, for a month. The code itself is not kept, only its last four characters.
         */
        get: operations["listScans"];
        put?: never;
        /** From what the reader gave to a member */
        post: operations["scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spend-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a one-time code to a member who was found by phone and wants to spend
         * @description Six digits, five minutes, five tries; told, it allows this register one purchase or hold that spends, of the fifteen minutes after. After a card that a till had given out, plastic or the wallet card of its own sign-up, it confirms this card, too, and nothing else does. Counts, and wrong tries count, together with the phone's codes for signing up.
         */
        post: operations["sendSpendCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/spend-codes/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The member has told the code */
        post: operations["confirmSpendCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What this receipt would give and how much may be paid with bonuses; books nothing */
        post: operations["quote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This register's receipts, newest first */
        get: operations["listRegisterReceipts"];
        put?: never;
        /** Commit a receipt; bonuses are spent and earned, and the cards are told */
        post: operations["commitReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts:batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring in receipts that were made without network
         * @description Each receipt is judged by its own time and the program of that time, and has a result of its own; they are booked in the
         *     order of their times. What can be honoured is booked, what cannot is told in `notHonoured`. Money is what was `paid`: less
         *     than the program asks for is a claim of the shop's, on which nothing is earned and which no return pays out. Bonuses that
         *     burned since and lived when the receipt was made are spent. The same upload may be sent
         *     again: a key that is known answers `REPEATED` with the stored receipt. With `sentAt`, the register's clock at the moment
         *     of sending, times are put right by the difference to ours.
         */
        post: operations["uploadReceipts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One receipt with its returns and explanation */
        get: operations["getReceipt"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/{receiptId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return the whole receipt or a part of it
         * @description Undoes exactly what the receipt did, under the program version it was judged by.
         *     A stamp goes with the piece that comes back; an n-th piece or purchase that was rewarded is not rewarded again until the rewarded one
         *     itself comes back.
         */
        post: operations["returnReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reserve bonuses for a receipt that is being paid
         * @description It is this register's; for every other one there is no such hold (HOLD_NOT_FOUND).
         */
        post: operations["placeHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give the reserved bonuses back */
        delete: operations["releaseHold"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        /** Sign in with e-mail and password; sets the session cookie */
        post: operations["signIn"];
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a password with the token of an invitation, once
         * @description 410 INVITATION_INVALID when it was used, replaced or is older than three days. The person's sessions end.
         */
        post: operations["setPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The merchants of this installation, oldest first */
        get: operations["listMerchants"];
        put?: never;
        /**
         * Open a merchant with its owner, first store, first register and program, all or nothing
         * @description The register's key and the token with which the owner sets a password (`POST /session/password`) are in this answer only. 409 SLUG_TAKEN: the address is another merchant's. Without `program` it begins with one tier: 5 % earned, up to half of a receipt paid.
         */
        post: operations["openMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One merchant */
        get: operations["getMerchant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Nobody signs in, sells or signs up there any more (403 SHOP_DISABLED); cards stay on phones and show what they show
         * @description Other nodes follow within five seconds.
         */
        post: operations["disableMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everybody gets in again */
        post: operations["enableMerchant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/merchants/{merchantId}/owners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite another owner, or one again who lost his invitation or password; a former invitation of his ends */
        post: operations["inviteOwner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operator/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the operator did, newest first; the merchant's own audit has it, too */
        get: operations["operatorAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/goods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the shop sells, by code; set by people or learned from receipts that brought code and categories */
        get: operations["listGoods"];
        /** Say what codes are; receipts from now on are judged by it, those of a code never known before at any time */
        put: operations["setGoods"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Members with balance, tier and wallets */
        get: operations["listMembers"];
        put?: never;
        /** The cashier signs a customer up */
        post: operations["createMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member with cards, devices and figures */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/invited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came by this member's invitation, the newest first */
        get: operations["listInvited"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The account statement, newest first; every entry proves the balance after it */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Manual credit (positive) or debit (negative) with a reason; audited */
        post: operations["adjustBalance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand bonuses to another member; every lot keeps its expiry; audited */
        post: operations["transferBonuses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Two records of one person become one; bonuses with their terms, debt, receipts, sums, stamps and cards go over, the better tier stays; audited */
        post: operations["mergeMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns, newest first */
        get: operations["listCampaigns"];
        put?: never;
        /** Send a text to the card holders of a tier (or to all) */
        post: operations["startCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many members a campaign would reach, before sending it */
        get: operations["countAudience"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress and result */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/campaigns/{campaignId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Pause, resume or cancel */
        put: operations["setCampaignState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The published program */
        get: operations["getProgram"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** JSON Schema of a program, for editors */
        get: operations["getProgramSchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history, newest first; a published version never changes */
        get: operations["listProgramVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version */
        get: operations["getProgramVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/versions/{number}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this version changed */
        get: operations["diffProgramVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Drafts, last changed first, without their documents */
        get: operations["listProgramDrafts"];
        put?: never;
        /**
         * Begin a draft (owner)
         * @description Without `program` and `document` it is a copy of the version it is based on. A broken document may be saved: `program` is any JSON,
         *     `document` any text of up to 4,000,000 characters. Only a sound one can be published.
         */
        post: operations["createProgramDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A draft; its ETag is its revision */
        get: operations["getProgramDraft"];
        /**
         * Change a draft (owner); what is left out stays
         * @description Names the revision that was seen, in `revision` or in `If-Match`. When somebody changed the draft meanwhile the answer is
         *     409 `DRAFT_CHANGED` and nothing happens.
         */
        put: operations["changeProgramDraft"];
        post?: never;
        /** Throw a draft away (owner) */
        delete: operations["deleteProgramDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts/{draftId}/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every mistake and warning, each at its place */
        post: operations["validateProgramDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts/{draftId}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What publishing this draft would change */
        get: operations["diffProgramDraft"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/drafts/{draftId}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a draft as the next version (owner); audited
         * @description 422 `PROGRAM_INVALID` lists every mistake (`field` is a JSON pointer). 409 `DRAFT_OUTDATED` when another version came into force
         *     since the draft was made; `force` publishes all the same. Receipts keep the version they were judged by.
         */
        post: operations["publishProgramDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Replays, newest first, without their results */
        get: operations["listWhatIfs"];
        put?: never;
        /**
         * Replay a period's real receipts under a draft; changes nothing
         * @description Exactly one of `draftId`, `program` and `version` says what to replay under; the program is kept as it is now. Each member's receipts
         *     are judged again in the order of time, and what is known of the member follows the draft: balance, tier, sums of purchases, stamps,
         *     gifts given once. One replay of a merchant runs at a time, the others wait.
         */
        post: operations["startWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/program/what-if/{whatIfId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Progress, and the result once it is there */
        get: operations["getWhatIf"];
        put?: never;
        post?: never;
        /** Cancel a replay that waits or runs; forget one that is over */
        delete: operations["removeWhatIf"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this node is ready, and what needs the operator
         * @description 200 and UP while the database answers and no request of the last half minute met its disk full. DEGRADED beside a check says that background work suffers; it does not take the node out of service. Names no customer, no merchant's data and no secret.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs a person - cards that phones or Google could not be told of, and work that goes wrong */
        get: operations["getAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attention/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tries now what could not be told; the service does so by itself, too, once the vendor is well again */
        post: operations["retryUndelivered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The cabinet's first page in figures
         * @description All figures are net of returns, each movement on its own day in the merchant's zone: a sale on the day of the sale, what came back on the day of the return. So a return changes no day but its own, every day equals the ledger's entries of that day, and days add up to the period. The return of the last that was left of a receipt takes the receipt off the count, a return of a part does not; a day on which more came back than was sold is negative.
         */
        get: operations["getSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/liability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bonuses owed to members now, and what of them burns on which day */
        get: operations["getLiability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stores with their registers */
        get: operations["listStores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new register; its key is shown only in this answer */
        post: operations["createRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/{registerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke the register's key */
        delete: operations["revokeRegister"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/{registerId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the register a new key; the one before works on for a while */
        post: operations["rotateRegisterKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/registers/{registerId}/keys/old": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End the former key before its time */
        delete: operations["endOldRegisterKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cashiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The stores' cashiers */
        get: operations["listCashiers"];
        put?: never;
        /** A new cashier of a store */
        post: operations["createCashier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cashiers/{cashierId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The cashier works here no more; sessions end at once, receipts keep the name */
        delete: operations["revokeCashier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cashiers/{cashierId}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** A new PIN; it ends the cashier's sessions and opens a locked one */
        put: operations["changeCashierPin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/till-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How careful the tills are */
        get: operations["getTillSettings"];
        /** Change settings of the tills; what is left out stays */
        put: operations["changeTillSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nfc-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys that open phones' cryptograms, without their secrets */
        get: operations["listNfcKeys"];
        put?: never;
        /**
         * Import a private NFC key or make one
         * @description Without `privateKeyPem` a key is made here. `publicKey` is what the card's `nfc.encryptionPublicKey` has to be.
         */
        post: operations["addNfcKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nfc-keys/{nfcKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** The key opens nothing from now on */
        delete: operations["retireNfcKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/nfc-keys/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a read says, for setting readers up; uses nothing up */
        post: operations["tryNfcRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All codes of a member */
        get: operations["listMemberCards"];
        put?: never;
        /**
         * Give the member a physical card, from stock or any number that is free
         * @description All codes of the same piece of plastic come along. By the cabinet or by a register. A number that a till would take for another card (CARD_TAKEN) or for a phone, somebody's or not (CARD_LIKE_PHONE), is refused, but for the member's own. A card that a till gave out spends only after a code (`spending` is CODE) until its member has confirmed it - by a code that was sent while this card was the one read last.
         */
        post: operations["attachCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards/reissue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Kill the wallet card's code and give a new one; phones are told
         * @description `CODE_LEAKED` (also without a body): somebody copied the code. The card stays on the phones that hold it and shows
         *     the new code there. What tills read in the last minutes lets nobody spend any more, as with `PHONE_LOST`.
         *
         *     `PHONE_LOST`: the phone is in somebody else's hands. Its card ends: on Apple and Google it becomes void and keeps
         *     nothing of the member, its web page says that it was replaced, links and files of it lead nowhere. A new card with
         *     a link of its own is issued, which the lost phone never hears of; `cardUrl` adds it. With `send` the link goes to
         *     the member's number, which is wise only when that number is in the member's hands again.
         *
         *     `RENEWAL`: the card's time, which the design counts from its issue (`validity.days` or `months`), counts from now
         *     on; code and card stay. `NOTHING_TO_RENEW` where the design has no such period: a last day for all cards is
         *     changed in the design. A new card for a lost phone keeps the time of the old one.
         *
         *     With an `Idempotency-Key` a repeated request changes nothing and gets the same answer, for a week.
         */
        post: operations["reissueCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards/rotating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for a barcode that changes with time; the one before dies */
        post: operations["issueRotatingCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards/{cardId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a physical card away
         * @description What tills read of the member's cards in the last minutes lets nobody spend any more; a card is read again.
         */
        delete: operations["detachCard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{memberId}/cards/{cardId}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Block a physical card or let it work again
         * @description Once blocked, what tills read of the member's cards in the last minutes lets nobody spend any more; a card is read again.
         */
        put: operations["setCardState"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/card-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches of physical cards, newest first */
        get: operations["listCardBatches"];
        put?: never;
        /**
         * Import cards from a list or generate numbers for the printer
         * @description What spreadsheets do to numbers is mended where it is certain (850001.0, full-width digits, ="00123"); what is lost
         *     (4.6E12, TRUE, 850018 руб, 00000) is refused row by row, as are numbers that a till would take for another card
         *     (CARD_TAKEN) or for a phone, somebody's or not (CARD_LIKE_PHONE). Empty rows and a row of titles are passed over; the other rows are taken.
         */
        post: operations["addCardBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/card-batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Throw a batch away
         * @description What is in stock is gone; the cards of the batch that members have stay theirs.
         */
        delete: operations["removeCardBatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/card-batches/{batchId}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Codes of a batch that nobody has yet, in order */
        get: operations["listBlankCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses and demo credentials */
        get: operations["getDemo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The simulator's mailbox, newest first */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The simulated phones */
        get: operations["listPhones"];
        put?: never;
        /** One more phone */
        post: operations["createPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One phone with its cards and notices */
        get: operations["getPhone"];
        /** Rename the phone, take it out of reach or bring it back, give an iPhone another system */
        put: operations["changePhone"];
        post?: never;
        /** Throw the phone away (its cards are unregistered first) */
        delete: operations["removePhone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events; each `phone` event carries the whole Phone as JSON */
        get: operations["watchPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What tapping "Add to wallet" does: takes the card's page address or token */
        post: operations["addCardToPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/cards/{serial}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove the card from the wallet */
        delete: operations["removeCardFromPhone"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/push-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another push token for an iPhone; the one before is dead from now on */
        post: operations["renewPushToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a design on; takes what the design's preview answers, as it is */
        post: operations["tryOnPhone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/simulator/phones/{phoneId}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Clear the lock screen */
        delete: operations["clearNotices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How cards look, and how far the last publication has come */
        get: operations["getDesign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The draft; without one, the design in force with revision 0 */
        get: operations["getDesignDraft"];
        /** Keep a draft, valid or not */
        put: operations["saveDesignDraft"];
        post?: never;
        /** Throw the draft away */
        delete: operations["discardDesignDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Every reason against a design */
        post: operations["validateDesign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A sample card of a tier as both platforms would get it */
        post: operations["previewDesign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish the draft; every issued card is restyled */
        post: operations["publishDesign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Published versions, newest first */
        get: operations["listDesignVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One published version */
        get: operations["getDesignVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The shop's pictures */
        get: operations["listDesignImages"];
        put?: never;
        /** Upload a PNG; the same bytes again are the same picture */
        post: operations["addDesignImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/images/{imageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of a picture */
        get: operations["getDesignImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/design/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many cards a publication would restyle */
        get: operations["getDesignReach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates and keys, without their secrets */
        get: operations["listIdentities"];
        put?: never;
        /** Import an Apple pass certificate, a Google service account or an NFC key, or generate the last */
        post: operations["addIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pre-flight; every reason why a phone or Google would refuse, nothing is kept */
        post: operations["checkIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a key and the request to upload at Apple's portal */
        post: operations["requestCertificate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One identity */
        get: operations["getIdentity"];
        put?: never;
        post?: never;
        /** Forget an identity that is not in use */
        delete: operations["deleteIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}/certificate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join a request's key with the certificate that Apple sent */
        post: operations["completeRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an identity into use; the one before it stays beside it, retired (an old NFC key goes on opening old cards) */
        post: operations["activateIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Format: int64
         * @description Minor units (kopecks)
         */
        Amount: number;
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @example MEMBER_NOT_FOUND */
            code: string;
            /** @description For people */
            detail: string;
            requestId?: string;
            /** @description One per wrong field */
            errors?: {
                field: string;
                code: string;
                detail: string;
            }[];
        };
        LocalText: {
            ru: string;
            en: string;
        };
        Tier: {
            id: string;
            name: components["schemas"]["LocalText"];
            rank: number;
            /** @description #rrggbb */
            color?: string;
            earnPercent?: number;
            spendPercent?: number;
        };
        Shop: {
            slug: string;
            name: string;
            programName: components["schemas"]["LocalText"];
            description?: components["schemas"]["LocalText"];
            color: string;
            /** @enum {string} */
            defaultLocale: "ru" | "en";
            welcomeBonus?: components["schemas"]["Amount"];
            tiers: components["schemas"]["Tier"][];
        };
        SignUp: {
            phone: string;
            name: string;
            /** Format: date */
            birthDate?: string;
            /** @enum {string} */
            locale?: "ru" | "en";
            /** @description Must be true */
            consentTerms: boolean;
            /** @default false */
            consentMessages: boolean;
            /**
             * @description The invitation of another member, as it was typed; up to 300 characters are looked at. It never stops a sign-up: a code that
             *     is not taken is told in `inviteKnown` and `invite`.
             */
            inviteCode?: string;
        };
        Inviter: {
            /**
             * @description The code as it was understood
             * @example K7QM-2XWP
             */
            code: string;
            /** @description The first name; absent when there is none that can be told */
            inviterName?: string;
        };
        Invite: {
            /**
             * @description Eight signs (later twelve) without 0, O, 1 and I; never changes
             * @example K7QM-2XWP
             */
            code: string;
            /** @description The sign-up page that knows who invites */
            url: string;
        };
        /** @description What came of the invite code; absent when none was given */
        InviteReply: {
            taken: boolean;
            /**
             * @description Why not: nobody's code, or of a member who may not invite; the newcomer's own; the person was a member before, and who
             *     invited a member is settled once
             * @enum {string}
             */
            reason?: "INVITE_UNKNOWN" | "INVITE_OWN" | "INVITE_MEMBER_ALREADY";
        };
        InvitedPage: {
            items: {
                memberId: string;
                name: string;
                /**
                 * Format: date-time
                 * @description When they joined
                 */
                at: string;
                /** Format: int64 */
                purchases: number;
                /** Format: date-time */
                lastPurchaseAt?: string;
            }[];
            nextCursor?: string | null;
        };
        SignUpStarted: {
            signUpId: string;
            /** @description The phone as it was understood, E.164 */
            phone: string;
            /** Format: date-time */
            expiresAt: string;
            resendAfterSeconds?: number;
            /** @description Whether the invite code is somebody's; absent when none was given */
            inviteKnown?: boolean;
        };
        SignUpDone: {
            memberId: string;
            cardToken: string;
            /** @description Absolute address of the add-to-wallet page */
            cardUrl: string;
            /** @description false: the phone was a member already */
            created: boolean;
            invite?: components["schemas"]["InviteReply"];
        };
        TillSignUpDone: {
            memberId: string;
            /** @description Absent when the phone was a member already: the card is not the till's to know */
            cardToken?: string;
            /** @description Absolute address of the add-to-wallet page; absent as cardToken */
            cardUrl?: string;
            /** @description false: the phone was a member already. The same request of the same register under the same key gets the answer of the first time */
            created: boolean;
            invite?: components["schemas"]["InviteReply"];
        };
        Balance: {
            available: components["schemas"]["Amount"];
            pending: components["schemas"]["Amount"];
            held: components["schemas"]["Amount"];
            debt: components["schemas"]["Amount"];
            /** @description What burns first */
            burns?: {
                amount: components["schemas"]["Amount"];
                /** Format: date-time */
                at: string;
            } | null;
        };
        TierProgress: {
            nextTierId: string;
            nextTierName?: components["schemas"]["LocalText"];
            remaining: components["schemas"]["Amount"];
            percent?: number;
        } | null;
        Card: {
            token: string;
            shop: components["schemas"]["Shop"];
            /**
             * @description The shop's, in which the card tells its days
             * @example Europe/Moscow
             */
            zone: string;
            memberName: string;
            /** @description Human-readable number */
            number: string;
            /** @description The card's code */
            code: string;
            /** @description What the page draws. The first of the design's barcodes that a page can draw without a library; thirteen digits lead to the same card as its code */
            barcode: {
                /** @enum {string} */
                format: "QR" | "EAN13";
                message: string;
                altText: string;
            };
            locale?: string;
            tier: components["schemas"]["Tier"];
            tierProgress?: components["schemas"]["TierProgress"];
            balance: components["schemas"]["Balance"];
            /** @enum {string} */
            status: "ACTIVE" | "BLOCKED";
            appleUrl: string;
            googleUrl: string;
            news?: string | null;
            /**
             * Format: date-time
             * @description The card's last second; missing when cards do not end
             */
            validUntil?: string;
            invite?: components["schemas"]["Invite"];
            operations?: components["schemas"]["Operation"][];
        };
        RegisterInfo: {
            registerId: string;
            registerName: string;
            storeId: string;
            storeName: string;
            shopName: string;
            shopSlug: string;
            /** @example Europe/Moscow */
            zone: string;
            /**
             * Format: date-time
             * @description Our clock, for setting the clock of the register
             */
            serverTime?: string;
            /** @description Scans, receipts and returns want a cashier who signed in with a PIN */
            cashierRequired?: boolean;
            /** @description How long the workplace may stand idle before it wants the PIN again */
            lockAfterMinutes?: number;
        };
        Cashier: {
            id: string;
            storeId: string;
            name: string;
            /**
             * Format: date-time
             * @description Locked after wrong PINs
             */
            lockedUntil?: string;
            /** Format: date-time */
            lastSeenAt?: string;
            /** Format: date-time */
            pinChangedAt: string;
        };
        CashierSession: {
            /** @description For the header Cashier-Session; told only here */
            session: string;
            cashierId: string;
            name: string;
            /** Format: date-time */
            endsAt: string;
        };
        CashierRef: {
            id: string;
            name: string;
        };
        ScanRequest: {
            /** @description What the reader gave, as it gave it - barcode, typed number, phone, magnetic tracks, contactless number, cryptogram or envelope of an NFC reader */
            text: string;
            symbology?: string;
            /** @enum {string} */
            source?: "WEDGE" | "CAMERA" | "MANUAL" | "NFC" | "SERIAL";
        };
        ScanResult: {
            scanId?: string;
            memberId: string;
            memberName: string;
            phoneMasked?: string;
            tier: components["schemas"]["Tier"];
            tierProgress?: components["schemas"]["TierProgress"];
            balance: components["schemas"]["Balance"];
            cardNumber: string;
            /**
             * @description NUMBER - by what stands on the card or in addresses; it proves as much as a phone number
             * @enum {string}
             */
            identifiedBy: "WALLET" | "PHYSICAL" | "PHONE" | "NUMBER";
            /** @enum {string} */
            medium?: "CODE" | "STRIPE" | "PHONE" | "APPLE_NFC" | "GOOGLE_NFC" | "NFC" | "ROTATING";
            /**
             * @description What bonuses may be spent on this identification - freely, after a code, not at all
             * @enum {string}
             */
            spending?: "FREE" | "CODE" | "NEVER";
            /**
             * Format: date-time
             * @description This scan lets this register spend the bonuses of this member until then; there when spending is FREE
             */
            spendingUntil?: string;
            /** @description What was mended of what the reader gave, e.g. LAYOUT, LEADING_ZEROS */
            repairs?: string[];
            birthdaySoon?: boolean;
            hints?: components["schemas"]["LocalText"][];
        };
        ScanPage: {
            items: {
                id: string;
                /** Format: date-time */
                at: string;
                registerId: string;
                cashierId?: string;
                source?: string;
                symbology?: string;
                medium: string;
                /** @description FOUND, FOUND_LATE, TOO_OFTEN or the code of the refusal */
                outcome: string;
                memberId?: string;
                tail: string;
                repairs: string[];
            }[];
            nextCursor?: string | null;
        };
        SpendCodeSent: {
            memberId: string;
            phoneMasked: string;
            /** Format: date-time */
            expiresAt: string;
            resendAfterSeconds: number;
        };
        SpendCodeProven: {
            memberId: string;
            /** Format: date-time */
            provenUntil: string;
        };
        OfflineBatch: {
            /** Format: date-time */
            sentAt?: string;
            receipts: {
                /** @description The Idempotency-Key under which it would have been sent at once */
                key: string;
                /** @description What the reader gave, instead of the receipt's memberId */
                card?: {
                    text: string;
                    symbology?: string;
                    /** @enum {string} */
                    source?: "WEDGE" | "CAMERA" | "MANUAL" | "NFC" | "SERIAL";
                };
                /** @description With its time `at` */
                receipt: components["schemas"]["ReceiptRequest"];
                /** @description The money that was taken, at most the sum of the lines; absent - what the program asks for */
                paid?: number;
            }[];
        };
        OfflineAnswer: {
            clockSkewSeconds: number;
            /** @description By this very upload */
            booked: number;
            /** @description That were there already */
            repeated: number;
            refused: number;
            results: {
                key: string;
                /** @enum {string} */
                status: "BOOKED" | "BOOKED_PARTLY" | "REPEATED" | "REFUSED";
                receipt?: components["schemas"]["Receipt"];
                problem?: {
                    code: string;
                    detail: string;
                    /** @description The same again later may succeed */
                    retry: boolean;
                    errors?: {
                        field: string;
                        code: string;
                        detail: string;
                    }[];
                };
                notHonoured: {
                    /**
                     * @description SPEND - bonuses promised and spent; PAID - money taken and money that the program asks for
                     * @enum {string}
                     */
                    what: "SPEND" | "PAID";
                    /** @description What the register promised or took */
                    asked: number;
                    /** @description What was spent, or what the program asks for; PAID with less asked than honoured is a claim */
                    honoured: number;
                    code: string;
                    detail: string;
                }[];
            }[];
        };
        TillSettings: {
            /**
             * @description What a phone number alone opens
             * @enum {string}
             */
            phoneSpending: "FREE" | "CODE" | "NEVER";
            /** @description Bonuses are spent only within fifteen minutes of a scan at the same register, or after a code; on unless switched off */
            scanRequired: boolean;
            scansPerRegisterMinute: number;
            missesPerRegisterMinute: number;
            scansPerCardHour: number;
            /** @description How far the time in a phone's read may lie from ours */
            nfcWindowSeconds: number;
            /** @description How long ago a receipt or a return may have been made, by whatever way it comes */
            offlineDays: number;
            /** @description Scans, receipts and returns want a cashier who is signed in with a PIN, whatever time they give; only the batch does without */
            cashierRequired: boolean;
            /** @description How long a workplace may stand idle before it wants the PIN again */
            lockAfterMinutes: number;
        };
        TillSettingsChange: {
            /** @enum {string} */
            phoneSpending?: "FREE" | "CODE" | "NEVER";
            scanRequired?: boolean;
            scansPerRegisterMinute?: number;
            missesPerRegisterMinute?: number;
            scansPerCardHour?: number;
            nfcWindowSeconds?: number;
            offlineDays?: number;
            cashierRequired?: boolean;
            lockAfterMinutes?: number;
        };
        NfcKey: {
            id: string;
            name: string;
            /** @description The four bytes by which a cryptogram names its key */
            keyId: string;
            /** @description Base64 of the compressed key as pass.json wants it */
            publicKey: string;
            passTypeIdentifiers: string[];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            retiredAt?: string;
        };
        NewNfcKey: {
            name: string;
            /** @description P-256 as PKCS#8 or SEC 1 */
            privateKeyPem?: string;
            passTypeIdentifiers?: string[];
        };
        NfcTrial: {
            ok: boolean;
            /** @enum {string} */
            code?: "LENGTH" | "UNKNOWN_KEY" | "KEY_SEALED" | "BAD_POINT" | "NOT_GENUINE";
            nfcKeyId?: string;
            passTypeIdentifier?: string;
            variant?: number;
            /** Format: date-time */
            at?: string;
            message?: string;
        };
        MemberCard: {
            id: string;
            /** @enum {string} */
            kind: "WALLET" | "PHYSICAL";
            /** @enum {string} */
            status: "ACTIVE" | "REPLACED" | "BLOCKED";
            /** @description Of a wallet card only the end */
            number?: string;
            uid?: string;
        };
        ReissuedCard: {
            id: string;
            /** @enum {string} */
            kind: "WALLET";
            /** @enum {string} */
            status: "ACTIVE";
            /** @description Only the end */
            number?: string;
            /** @enum {string} */
            reason: "CODE_LEAKED" | "PHONE_LOST" | "RENEWAL";
            /**
             * Format: date-time
             * @description The card's last second; missing when cards do not end
             */
            validUntil?: string;
            /**
             * Format: uri
             * @description Where the new card is added to a phone; with PHONE_LOST
             */
            cardUrl?: string;
            /** @description Whether the link was sent; when that was asked for */
            sent?: boolean;
        };
        MemberCards: {
            items: components["schemas"]["MemberCard"][];
        };
        RotatingCard: {
            valuePattern: string;
            keyHex: string;
            periodMillis: number;
            valueLength: number;
        };
        CardBatch: {
            id: string;
            name: string;
            cards: number;
            inStock: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        NewCardBatch: {
            name: string;
            cards?: {
                number?: string;
                uid?: string;
                /** @description Give it to this member at once */
                phone?: string;
            }[];
            generate?: {
                /** @description Digits; the others follow in a row. Without it they are random */
                first?: string;
                digits?: number;
                count: number;
                /** @enum {string} */
                checkDigit?: "NONE" | "EAN13" | "LUHN";
            };
        };
        CardBatchMade: {
            id: string;
            name: string;
            cards: number;
            attached: number;
            refused: number;
            refusals: {
                /** @description Its place in the list, from 1 */
                row: number;
                /**
                 * @example INVALID
                 * @example CARD_TAKEN
                 * @example CARD_LIKE_PHONE
                 * @example MEMBER_NOT_FOUND
                 * @example TOO_MANY_CARDS
                 */
                code: string;
            }[];
        };
        ReceiptLine: {
            /** @description Absent: the line's place in the list, from 1 */
            lineNo?: number;
            sku?: string;
            name?: string;
            /** @description What the line says counts; absent or empty: those that `sku` (else `name`) is known for, see /goods */
            categories?: string[];
            /**
             * @description Decimal, up to three places; default 1
             * @example 1
             * @example 0.750
             */
            quantity?: string;
            /** @description Total of the line before discounts */
            amount: components["schemas"]["Amount"];
            /** @description Cost price of the line, for margins */
            cost?: components["schemas"]["Amount"];
            /** @description Marks of the cash register that rules may look at, e.g. sale */
            flags?: string[];
        };
        Spend: {
            /** @enum {string} */
            mode: "NONE" | "MAX" | "AMOUNT";
            amount?: components["schemas"]["Amount"];
        };
        ReceiptRequest: {
            /** @description From the scan; absent: a receipt without a card */
            memberId?: string | null;
            /** @description The cash register's own number */
            number?: string;
            /**
             * Format: date-time
             * @description When it happened (offline); default now. Booked up to `offlineDays` of the till settings back; it proves nothing about who was at the till
             */
            at?: string;
            lines: components["schemas"]["ReceiptLine"][];
            spend?: components["schemas"]["Spend"];
            /** @description Pay from this hold, which this register placed; with spend MAX as much as is held, never more */
            holdId?: string;
            /** @enum {string} */
            locale?: "ru" | "en";
            /** @description Who sold it, for registers with a sign-in of their own: a cashier of this store (`GET /register/cashiers`) */
            cashierId?: string;
        };
        LineResult: {
            lineNo: number;
            name?: string;
            sku?: string;
            quantity?: string;
            gross: components["schemas"]["Amount"];
            discount: components["schemas"]["Amount"];
            /** @description Paid with bonuses */
            spent: components["schemas"]["Amount"];
            /** @description Paid with money */
            net: components["schemas"]["Amount"];
            /** @description The line's part of the accrual; gifts belong to no line */
            earned: components["schemas"]["Amount"];
            returnedQuantity?: string;
        };
        Explanation: {
            ruleId?: string | null;
            applied: boolean;
            /** @description Why not, when a rule gave nothing */
            code?: string;
            amount?: components["schemas"]["Amount"];
            /** @description Of a rule that gave something on some lines and lost others, which has an entry for each: the lines this entry is about */
            lines?: number[];
            text: components["schemas"]["LocalText"];
        };
        /** @description One thing that a receipt brings, or that a return takes back under the same name */
        EarnedPart: {
            /**
             * @description ACCRUAL = for the money paid (the lines say where), GIFT = a fixed bonus of one rule
             * @enum {string}
             */
            kind: "ACCRUAL" | "GIFT";
            /** @description The rule of a gift */
            ruleId?: string;
            name: components["schemas"]["LocalText"];
            amount: components["schemas"]["Amount"];
            /** Format: date-time */
            activeFrom?: string;
            /**
             * Format: date-time
             * @description First instant at which it is gone; absent = never, and in returns
             */
            expiresAt?: string;
        };
        Quote: {
            gross: components["schemas"]["Amount"];
            discount: components["schemas"]["Amount"];
            spent: components["schemas"]["Amount"];
            spendableMax: components["schemas"]["Amount"];
            /** @description What limits the maximum */
            spendLimit?: {
                code: string;
                text: components["schemas"]["LocalText"];
            } | null;
            toPay: components["schemas"]["Amount"];
            /** @description All it would bring: the sum of earnedParts */
            earned: components["schemas"]["Amount"];
            earnedParts: components["schemas"]["EarnedPart"][];
            /**
             * Format: date-time
             * @description Of the accrual
             */
            earnedActiveFrom?: string | null;
            programVersion?: string;
            lines: components["schemas"]["LineResult"][];
            explanations: components["schemas"]["Explanation"][];
            /** @description How many more `explain=all` would tell; 0 unless the program has very many rules */
            explanationsOmitted: number;
            hints?: components["schemas"]["LocalText"][];
        };
        Receipt: {
            id: string;
            number?: string | null;
            /** Format: date-time */
            at: string;
            memberId?: string | null;
            memberName?: string | null;
            cashier?: components["schemas"]["CashierRef"];
            gross: components["schemas"]["Amount"];
            discount: components["schemas"]["Amount"];
            spent: components["schemas"]["Amount"];
            /** @description What the program asks for in money */
            toPay: components["schemas"]["Amount"];
            /** @description The money that was really taken, the base of accrual, sums, tiers and returns. Another sum than `toPay` only in a receipt made without network */
            paid?: components["schemas"]["Amount"];
            /** @description All it brought: the sum of earnedParts */
            earned: components["schemas"]["Amount"];
            earnedParts: components["schemas"]["EarnedPart"][];
            balanceAfter?: components["schemas"]["Balance"] | null;
            tierAfter?: components["schemas"]["Tier"] | null;
            programVersion?: string;
            lines: components["schemas"]["LineResult"][];
            explanations: components["schemas"]["Explanation"][];
            returns: components["schemas"]["Return"][];
        };
        ReceiptPage: {
            items: components["schemas"]["Receipt"][];
            nextCursor?: string | null;
            /** @description Totals of this register's day in its store's zone, net of the returns made at it today, whenever and wherever their receipts were: what must lie in the drawer. Negative when more came back than was sold */
            today?: {
                /** @description Receipts less those that came back wholly today; a return of a part takes none off */
                receipts: number;
                /** @description Money taken less money given back */
                toPay: components["schemas"]["Amount"];
                /** @description Bonuses spent less those given back */
                spent: components["schemas"]["Amount"];
                /** @description Bonuses earned, gifts by rules among them, less those taken back */
                earned: components["schemas"]["Amount"];
                returns: number;
                /** @description Money given back today; it is taken off toPay already */
                returned: components["schemas"]["Amount"];
                /** @description New members */
                signUps: number;
                /** @description The same by cashier; the entry without id is what nobody put a name to */
                cashiers: {
                    id?: string;
                    name?: string;
                    receipts: number;
                    toPay: components["schemas"]["Amount"];
                    spent: components["schemas"]["Amount"];
                    earned: components["schemas"]["Amount"];
                    returns: number;
                    returned: components["schemas"]["Amount"];
                    signUps: number;
                }[];
            };
        };
        ReturnRequest: {
            /** @description Absent or empty = everything that is left */
            lines?: {
                lineNo: number;
                /** @description Default: all that is left of the line */
                quantity?: string;
            }[];
            number?: string;
            /**
             * Format: date-time
             * @description When it happened; as old as a receipt may be
             */
            at?: string;
            /** @description Who takes the goods back */
            cashierId?: string;
        };
        Return: {
            id: string;
            /** Format: date-time */
            at: string;
            cashier?: components["schemas"]["CashierRef"];
            /** @description Money to give back */
            money: components["schemas"]["Amount"];
            bonusesBack: components["schemas"]["Amount"];
            /** @description What the receipt had brought and is taken back: the sum of earnReversedParts */
            earnReversed: components["schemas"]["Amount"];
            /** @description Absent in returns from before it was told */
            earnReversedParts?: components["schemas"]["EarnedPart"][];
            /** @description Earned bonuses that could not be taken back */
            shortfall?: components["schemas"]["Amount"];
            balanceAfter?: components["schemas"]["Balance"] | null;
            lines: {
                lineNo: number;
                quantity: string;
                money: components["schemas"]["Amount"];
                bonusesBack: components["schemas"]["Amount"];
            }[];
        };
        HoldRequest: {
            memberId: string;
            amount: components["schemas"]["Amount"];
            /** @default 600 */
            seconds: number;
            /** @description Who holds them, for registers with a sign-in of their own */
            cashierId?: string;
        };
        Hold: {
            id: string;
            amount: components["schemas"]["Amount"];
            /** Format: date-time */
            expiresAt: string;
            balance: components["schemas"]["Balance"];
            cashier?: components["schemas"]["CashierRef"];
        };
        Session: {
            staffId: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "OWNER" | "MARKETER" | "CASHIER";
            merchantName: string;
            merchantSlug: string;
            zone?: string;
            /** @enum {string} */
            locale: "ru" | "en";
            tiers?: components["schemas"]["Tier"][];
            joinUrl?: string;
        };
        Member: {
            id: string;
            name: string;
            /** @description E.164; to a cashier only its last digits, •••• 4567 */
            phone: string;
            cardNumber?: string;
            tier: components["schemas"]["Tier"];
            balance: components["schemas"]["Balance"];
            /** @description Devices that hold the card now */
            wallets: {
                apple: number;
                google: number;
            };
            /** @description Receipts less those that came back wholly */
            purchases: number;
            /** @description Purchases as the program counts them for tiers, less what came back */
            spentTotal: components["schemas"]["Amount"];
            /** Format: date-time */
            lastPurchaseAt?: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            status: "ACTIVE" | "BLOCKED";
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            /** @description Counted up to 100,000; what a search finds, up to 10,000 */
            total: number;
            /** @description Counting stopped at `total`: there may be more */
            more: boolean;
            nextCursor?: string | null;
        };
        MemberDetail: components["schemas"]["Member"] & {
            /** Format: date */
            birthDate?: string | null;
            locale?: string;
            consentMessages?: boolean;
            cardUrl?: string;
            tierProgress?: components["schemas"]["TierProgress"];
            /** @description At which register and by whom; absent when they joined by themselves */
            signedUp?: {
                registerId: string;
                registerName: string;
                cashierId?: string;
                cashierName?: string;
            } | null;
            invite?: components["schemas"]["Invite"];
            /** @description Whose invitation they came by; absent when they came alone */
            invitedBy?: {
                memberId: string;
                name: string;
                /** Format: date-time */
                at: string;
            };
            /**
             * Format: int64
             * @description How many came by this member's invitation; counting stops at the maximum
             */
            invitedCount?: number;
        };
        Operation: {
            /** Format: int64 */
            seq: number;
            /** @description ACCRUE, GIFT, CREDIT, DEBIT, REDEEM, REFUND, REVERSE, ACTIVATE, EXPIRE, REPAY, TRANSFER_IN, TRANSFER_OUT */
            kind: string;
            amount: components["schemas"]["Amount"];
            balanceAfter: components["schemas"]["Amount"];
            /** Format: date-time */
            at: string;
            receiptId?: string | null;
            text: components["schemas"]["LocalText"];
            reason?: string | null;
            author?: string | null;
        };
        Liability: {
            /** Format: date-time */
            at: string;
            active: components["schemas"]["Amount"];
            pending: components["schemas"]["Amount"];
            held: components["schemas"]["Amount"];
            debt: components["schemas"]["Amount"];
            /**
             * Format: int64
             * @description Who has bonuses
             */
            members: number;
            burning: components["schemas"]["Amount"];
            burns: {
                /**
                 * Format: date
                 * @description The last day on which it can be spent
                 */
                lastDay: string;
                amount: components["schemas"]["Amount"];
            }[];
        };
        OperationPage: {
            items: components["schemas"]["Operation"][];
            nextCursor?: string | null;
        };
        CampaignRequest: {
            name: string;
            text: string;
            /** @description Absent = all members */
            tier?: string | null;
        };
        Audience: {
            members: number;
            /** @description Members who hold the card on a phone and allowed messages */
            withWallet: number;
            apple: number;
            google: number;
        };
        Campaign: {
            id: string;
            name: string;
            text: string;
            tier?: string | null;
            /** @enum {string} */
            state: "RUNNING" | "PAUSED" | "CANCELLED" | "DONE";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt?: string | null;
            createdBy?: string;
            /** @description Members addressed */
            total: number;
            sent: number;
            delivered: number;
            failed: number;
            skipped: number;
            reasons?: {
                /**
                 * @example NO_WALLET
                 * @example NO_CONSENT
                 * @example DEAD_TOKEN
                 */
                code: string;
                count: number;
            }[];
        };
        CampaignPage: {
            items: components["schemas"]["Campaign"][];
            nextCursor?: string | null;
        };
        PublishedProgram: {
            /** @description SHA-256 of the program's canonical spelling */
            version: string;
            number: number;
            /** @description This version is in force */
            current: boolean;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            name: components["schemas"]["LocalText"];
            tiers: components["schemas"]["Tier"][];
            /** @description The rules document */
            program: {
                [key: string]: unknown;
            };
        };
        ProgramVersionHead: {
            number: number;
            /** @description SHA-256 of the program's canonical spelling */
            version: string;
            current: boolean;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
            name: components["schemas"]["LocalText"];
        };
        ProgramVersionPage: {
            items: components["schemas"]["ProgramVersionHead"][];
            nextCursor?: string | null;
        };
        ProgramDraftHead: {
            id: string;
            name: string;
            /** @description The version it was made from; 0 = none */
            basedOn: number;
            /** @description Another version is in force than the one it was made from */
            outdated: boolean;
            /** @description Grows with every change */
            revision: number;
            /** @description The version it became last */
            publishedAs?: number | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            updatedBy: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ProgramDraft: components["schemas"]["ProgramDraftHead"] & {
            /** @description It may be published */
            valid: boolean;
            /** @description The document as JSON; null when it is not even that */
            program: unknown;
            /** @description The text as it was saved */
            document: string;
        };
        /**
         * @example {
         *       "valid": false,
         *       "problems": [
         *         {
         *           "pointer": "/rules/0/then/type",
         *           "code": "UNKNOWN_TYPE",
         *           "severity": "ERROR",
         *           "text": {
         *             "ru": "Неизвестный вид «earnPercnt». Может быть, «earnPercent»?",
         *             "en": "Unknown type \"earnPercnt\". Did you mean \"earnPercent\"?"
         *           }
         *         }
         *       ]
         *     }
         */
        ProgramValidation: {
            valid: boolean;
            problems: {
                /** @description JSON pointer; empty = the whole document */
                pointer: string;
                /**
                 * @example UNKNOWN_TYPE
                 * @example MISSING_FIELD
                 * @example TIER_REMOVED
                 */
                code: string;
                /** @enum {string} */
                severity: "ERROR" | "WARNING";
                text: components["schemas"]["LocalText"];
            }[];
        };
        /**
         * @example {
         *       "against": 3,
         *       "number": null,
         *       "draftId": "1042",
         *       "truncated": false,
         *       "changes": [
         *         {
         *           "pointer": "/tiers/1/earnBp",
         *           "kind": "CHANGED",
         *           "before": 500,
         *           "after": 700,
         *           "subject": {
         *             "kind": "TIER",
         *             "id": "silver",
         *             "name": {
         *               "ru": "Серебро",
         *               "en": "Silver"
         *             }
         *           },
         *           "text": {
         *             "ru": "Уровень «Серебро»: процент начисления 5 % → 7 %",
         *             "en": "Tier \"Silver\": earning percent 5 % → 7 %"
         *           }
         *         }
         *       ]
         *     }
         */
        ProgramDiff: {
            /** @description The older version; 0 = nothing */
            against: number;
            /** @description The newer version */
            number?: number | null;
            /** @description Or the draft */
            draftId?: string | null;
            /** @description There are more than 1,000 changes */
            truncated: boolean;
            changes: {
                /** @description JSON pointer in the newer document; of something removed, in the older one */
                pointer: string;
                /** @enum {string} */
                kind: "ADDED" | "REMOVED" | "CHANGED";
                /** @description Absent or null when it was added */
                before?: unknown;
                /** @description Absent or null when it was removed */
                after?: unknown;
                subject?: {
                    /** @enum {string} */
                    kind: "RULE" | "TIER" | "GROUP";
                    id: string;
                    name: components["schemas"]["LocalText"];
                } | null;
                text: components["schemas"]["LocalText"];
            }[];
        };
        WhatIfRequest: {
            draftId?: string;
            program?: {
                [key: string]: unknown;
            };
            /** @description A published version */
            version?: number;
            /** @description An instant, or a day: its beginning in the zone of the program in force */
            from: string;
            /** @description The end, not included */
            to: string;
            /**
             * @description Percent of the members (and of receipts without a card); the same ones every time. Figures are not scaled up
             * @default 100
             */
            sample: number;
            /**
             * @description Members wish to pay as many bonuses as they really did; with AS_ALLOWED whoever paid as many as allowed does so again
             * @default AS_SPENT
             * @enum {string}
             */
            spending: "AS_SPENT" | "AS_ALLOWED";
            /**
             * @description What a bonus costs the shop, in basis points of its face value
             * @default 10000
             */
            bonusValueBp: number;
        };
        WhatIf: {
            id: string;
            /** @enum {string} */
            state: "QUEUED" | "RUNNING" | "DONE" | "FAILED" | "CANCELLED";
            progress: {
                done: number;
                /** @description 0 until the receipts are counted */
                total: number;
                percent: number;
            };
            draftId?: string | null;
            name: string;
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            sample: number;
            /** @enum {string} */
            spending: "AS_SPENT" | "AS_ALLOWED";
            bonusValueBp: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt?: string | null;
            /** Format: date-time */
            finishedAt?: string | null;
            /**
             * @description Why it failed; INTERRUPTED = its workers died three times
             * @example INTERRUPTED
             */
            error?: string | null;
            result?: components["schemas"]["WhatIfResult"] | null;
        };
        WhatIfPage: {
            items: components["schemas"]["WhatIf"][];
            nextCursor?: string | null;
        };
        /**
         * @example {
         *       "discount": 38000,
         *       "money": 339660,
         *       "bonusesSpent": 2340,
         *       "bonusesEarned": 43600,
         *       "bonusesGranted": 0,
         *       "cost": 81600
         *     }
         */
        WhatIfFigures: {
            discount: components["schemas"]["Amount"];
            money: components["schemas"]["Amount"];
            bonusesSpent: components["schemas"]["Amount"];
            bonusesEarned: components["schemas"]["Amount"];
            bonusesGranted: components["schemas"]["Amount"];
            cost: components["schemas"]["Amount"];
        };
        WhatIfSide: {
            discount: components["schemas"]["Amount"];
            money: components["schemas"]["Amount"];
            bonusesSpent: components["schemas"]["Amount"];
            bonusesEarned: components["schemas"]["Amount"];
            /** @description The tier it was judged by */
            tier?: string | null;
            /** @description The tier it lifted to */
            tierAfter?: string | null;
            /**
             * Format: int64
             * @description Bonuses that could be spent before it
             */
            available?: number | null;
        };
        /** @description All totals are net of returns. `bonusesEarned` has the grants in it; `cost` is discounts plus earned bonuses at their value. */
        WhatIfResult: {
            /** @description Receipts judged; refused ones are not among them */
            receipts: number;
            withoutCard: number;
            /** @description Members with at least one receipt in the period */
            members: number;
            changedReceipts: number;
            withReturns: number;
            unreadable: number;
            gross: components["schemas"]["Amount"];
            before: components["schemas"]["WhatIfFigures"];
            after: components["schemas"]["WhatIfFigures"];
            difference: components["schemas"]["WhatIfFigures"];
            /** @description Money less cost price, over the receipts whose every line has one; null when there are none */
            margin?: {
                receipts: number;
                goodsCost: components["schemas"]["Amount"];
                before: components["schemas"]["Amount"];
                after: components["schemas"]["Amount"];
                difference: components["schemas"]["Amount"];
            } | null;
            /** @description Tiers at the end of the period of the members who bought in it; null when the draft has none */
            tiers?: {
                items: {
                    tier: string;
                    name?: components["schemas"]["LocalText"] | null;
                    before: number;
                    after: number;
                }[];
                moves: {
                    from?: string | null;
                    to?: string | null;
                    members: number;
                }[];
                up: number;
                down: number;
            } | null;
            /** @description Receipts that the draft refuses; left out of both sides */
            refusals: {
                count: number;
                items: {
                    code: string;
                    text: components["schemas"]["LocalText"];
                    count: number;
                    /** @description Some of them */
                    receipts: string[];
                }[];
            };
            /** @description The 20 receipts that change most, as sold */
            topChanges: {
                receiptId: string;
                memberId?: string | null;
                /** Format: date-time */
                at: string;
                gross: components["schemas"]["Amount"];
                before: components["schemas"]["WhatIfSide"];
                after: components["schemas"]["WhatIfSide"];
                why: {
                    rule?: string | null;
                    /** Format: int64 */
                    before?: number | null;
                    /** Format: int64 */
                    after?: number | null;
                    text: components["schemas"]["LocalText"];
                }[];
            }[];
            /** @description How long it took */
            millis: number;
        };
        Health: {
            /** @enum {string} */
            status: "UP" | "DOWN";
            checks: {
                [key: string]: "UP" | "DEGRADED" | "DOWN";
            };
            /** @description Certificates and keys that end within 90 days */
            warnings: {
                what: string;
                /** @enum {string} */
                level: "NOTICE" | "WARNING" | "CRITICAL" | "EXPIRED";
                daysLeft: number;
                /** Format: date-time */
                notAfter: string;
            }[];
            /** @description Cards of which phones or Google could not be told, by channel and reason as in Attention */
            undelivered?: {
                /** @enum {string} */
                channel: "APPLE" | "GOOGLE";
                /** @enum {string} */
                reason: "UNREACHABLE" | "ACCOUNT" | "CERTIFICATE" | "REFUSED" | "FAULT";
                /** @description No more than 10,000 are counted: that many may be more */
                cards: number;
                merchants: number;
                /** Format: date-time */
                since: string;
                detail: string;
            }[];
            /** @description Background work that goes wrong for somebody, or a job that does not run */
            sickWork?: {
                work: string;
                merchants: number;
                cases: number;
                /** Format: date-time */
                since: string;
                /** @description The kind of fault */
                detail: string;
            }[];
            /** @description Jobs that have been running for a quarter of an hour and more, which is no fault */
            runningWork?: {
                work: string;
                /**
                 * Format: date-time
                 * @description When it was due
                 */
                since: string;
            }[];
        };
        Attention: {
            undelivered: {
                /** @enum {string} */
                channel: "APPLE" | "GOOGLE";
                /**
                 * @description UNREACHABLE - no answer for long; ACCOUNT - Google does not take the service account; CERTIFICATE - Apple does not take the certificate; REFUSED - the vendor refuses these cards; FAULT - a fault of the service
                 * @enum {string}
                 */
                reason: "UNREACHABLE" | "ACCOUNT" | "CERTIFICATE" | "REFUSED" | "FAULT";
                cards: number;
                /**
                 * Format: date-time
                 * @description When the oldest of these changes happened
                 */
                since: string;
                /** @description The vendor's word for the newest */
                detail: string;
            }[];
            work: {
                /** @example book due bonuses */
                work: string;
                /** @description How many things it is about */
                cases: number;
                /** Format: date-time */
                since: string;
            }[];
        };
        Summary: {
            members: number;
            newMembers: number;
            /** @description Receipts less those that came back wholly */
            receipts: number;
            /** @description Money taken less money given back */
            revenue: components["schemas"]["Amount"];
            /** @description Revenue by receipts; 0 when there are none */
            averageReceipt: components["schemas"]["Amount"];
            /** @description Bonuses earned by receipts, gifts by rules among them, less those really taken back */
            earned: components["schemas"]["Amount"];
            /** @description Bonuses spent less those given back */
            spent: components["schemas"]["Amount"];
            liability: components["schemas"]["Amount"];
            burnsSoon?: components["schemas"]["Amount"];
            walletsApple: number;
            walletsGoogle: number;
            byTier?: {
                tier: components["schemas"]["Tier"];
                members: number;
            }[];
            days: {
                /** Format: date */
                date: string;
                receipts: number;
                revenue: components["schemas"]["Amount"];
                earned: components["schemas"]["Amount"];
                spent: components["schemas"]["Amount"];
            }[];
        };
        Store: {
            id: string;
            name: string;
            zone: string;
            registers: {
                id: string;
                name: string;
                revoked: boolean;
                /** Format: date-time */
                lastSeenAt?: string | null;
                /** Format: date-time */
                keyChangedAt?: string | null;
                /** Format: date-time */
                oldKeyUntil?: string | null;
                /** Format: date-time */
                oldKeySeenAt?: string | null;
            }[];
        };
        Merchant: {
            merchantId: string;
            slug: string;
            name: string;
            zone: string;
            /** @enum {string} */
            locale: "ru" | "en";
            /** Format: date-time */
            openedAt: string;
            /**
             * Format: date-time
             * @description Since when nobody gets in
             */
            disabledAt?: string | null;
        };
        NewOwner: {
            email: string;
            name: string;
            /** @enum {string} */
            locale?: "ru" | "en";
        };
        NewMerchant: {
            /** @description The shop's name in addresses, such as /join/zerno */
            slug: string;
            name: string;
            description?: {
                ru?: string;
                en?: string;
            };
            /**
             * @description The program's time zone
             * @example Europe/Moscow
             */
            zone: string;
            /**
             * @default ru
             * @enum {string}
             */
            locale: "ru" | "en";
            color?: string;
            owner: components["schemas"]["NewOwner"];
            store?: {
                name?: string;
                /** @description By default the program's */
                zone?: string;
            };
            register?: {
                name?: string;
            };
            /** @description A program as /program/schema describes it */
            program?: Record<string, never>;
        };
        InvitedOwner: {
            email: string;
            invitation: {
                /** @description Shown only now */
                token: string;
                /** Format: date-time */
                expiresAt: string;
            };
        };
        MerchantOpened: {
            merchantId: string;
            slug: string;
            joinUrl: string;
            owner: components["schemas"]["InvitedOwner"];
            store: {
                id: string;
                name: string;
                zone: string;
            };
            register: components["schemas"]["NewRegister"];
        };
        OperatorAct: {
            id: string;
            /** Format: date-time */
            at: string;
            action: string;
            merchantId: string;
            detail: Record<string, never>;
        };
        Good: {
            /** @description The line's `sku`; one that is written so comes before one in other letters, capital or small */
            code: string;
            /** @description Lines without a code are found by it */
            name?: string;
            categories: string[];
        };
        NewRegister: {
            id: string;
            name: string;
            /** @description Shown only now */
            key: string;
        };
        NewRegisterKey: {
            id: string;
            /** @description Shown only now */
            key: string;
            /** Format: date-time */
            oldKeyUntil: string;
        };
        Demo: {
            shopSlug: string;
            email: string;
            password: string;
            registerKey: string;
            pages: {
                cabinet: string;
                till: string;
                join: string;
                phone: string;
                mailbox: string;
                openapi: string;
            };
        };
        MailboxMessage: {
            id: string;
            to: string;
            text: string;
            /** Format: date-time */
            at: string;
        };
        Phone: {
            id: string;
            name: string;
            /** @enum {string} */
            platform: "APPLE" | "GOOGLE";
            /** @description Whether any server can reach it */
            online: boolean;
            /**
             * @description What an iPhone's Wallet knows: since 27 the poster style, buttons under the card and more barcodes
             * @enum {integer|null}
             */
            ios?: 26 | 27 | null;
            /** @description The beginning of where APNs finds an iPhone */
            pushToken?: string | null;
            cards: components["schemas"]["WalletCard"][];
            /** @description Lock-screen notices, newest first */
            notices: {
                id: string;
                title: string;
                text: string;
                /** Format: date-time */
                at: string;
                serial?: string;
            }[];
        };
        /** @description What the phone read from the .pkpass or the Google object, ready to draw */
        WalletCard: {
            serial: string;
            organization: string;
            logoText?: string | null;
            backgroundColor: string;
            foregroundColor: string;
            labelColor: string;
            /** @description data: URL */
            logo?: string | null;
            /** @description data: URL of the strip or hero image */
            strip?: string | null;
            barcode?: {
                /** @enum {string} */
                format: "QR" | "AZTEC" | "PDF417" | "CODE128" | "EAN13" | "CODE39" | "CODABAR" | "ITF";
                message: string;
                altText?: string | null;
            } | null;
            headerFields: components["schemas"]["WalletField"][];
            primaryFields: components["schemas"]["WalletField"][];
            secondaryFields: components["schemas"]["WalletField"][];
            auxiliaryFields: components["schemas"]["WalletField"][];
            backFields: components["schemas"]["WalletField"][];
            voided?: boolean;
            /**
             * Format: date-time
             * @description The last moment that the card itself names
             */
            validUntil?: string | null;
            /**
             * Format: date-time
             * @description When this phone last got a new version
             */
            updatedAt: string;
            /** @description How the phone checked it, e.g. "manifest 9 files, signed by Pass Type ID: pass.io.kartela.demo" */
            signature?: string | null;
            /** @description Present when the card is drawn in the poster style, which iPhones know since iOS 27; its face has no rows of secondary and auxiliary fields */
            poster?: {
                /** @description data: URL */
                background?: string | null;
                /** @description data: URL */
                primaryLogo?: string | null;
                footerFields: components["schemas"]["WalletField"][];
            } | null;
            /** @description Buttons under the card, since iOS 27 */
            actions: {
                type: string;
                url: string;
            }[];
        };
        WalletField: {
            key: string;
            label: string;
            value: string;
        };
        Design: {
            /** @description 0 until something was published */
            number: number;
            /** Format: date-time */
            publishedAt?: string | null;
            publishedBy?: string | null;
            document: components["schemas"]["DesignDocument"];
            /** @description How many cards the last publication has reached */
            restyle?: {
                number: number;
                /** Format: int64 */
                done: number;
                /** Format: int64 */
                total: number;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                finishedAt?: string | null;
            } | null;
        };
        /**
         * @description `schema` 1; `description`, `logoText`; `style` storeCard or poster; `colors` {background, text, label}; `images` {icon, logo,
         *     strip, hero, primaryLogo, background}: an uploaded picture's id, `drawn` or `none`; `fields` {header, primary, secondary,
         *     auxiliary, footer, back} of {key, label, value, change, empty, when, unless, link}; `barcodes`; `locations`, `maxDistance`,
         *     `beacons`, `relevantDates`, `actions`, `sharing`, `nfc`, `rotatingBarcode` (a barcode that changes every half minute
         *     where the wallet can: Google's); `validity`; `tiers`: by tier id, the colors, images and fields that differ.
         *     Texts are a string or {ru, en} and may mention facts in braces: balance, pending, debt, tier, nextTier, remaining, percent,
         *     burn.amount, burn.date, member, number, shop, program, terms, operations, news, valid.until, cardPage, shopPage, invite (the
         *     link that invites a friend), inviteCode. A field's `link` is an address, or one of {cardPage}, {shopPage}, {invite} whole. A
         *     blocked member's card and one that is over have no invitation: what mentions it is left out.
         */
        DesignDocument: {
            /**
             * @description Until when cards are valid; without it, for good. A last day for all cards, a period after issue or renewal, or
             *     both: then what comes first. The last day counts whole, in the shop's zone. Phones are told (`expirationDate`,
             *     `validTimeInterval`). At the till a wallet card that ended is refused with `CARD_EXPIRED`, or with
             *     `expired: WARN` taken with a hint; physical cards and phone numbers go on identifying the member, and bonuses
             *     are not touched.
             */
            validity?: {
                /**
                 * Format: date
                 * @description The last day
                 */
                until?: string;
                days?: number;
                /** @description Instead of days */
                months?: number;
                /**
                 * @description REFUSE when missing
                 * @enum {string}
                 */
                expired?: "REFUSE" | "WARN";
            };
        } & {
            [key: string]: unknown;
        };
        DesignDraftRequest: {
            document: components["schemas"]["DesignDocument"];
            /** @description The one seen */
            revision: number;
        };
        DesignDraft: {
            /** @description 0 while there is no draft */
            revision: number;
            basedOn: number;
            updatedBy?: string | null;
            /** Format: date-time */
            updatedAt?: string | null;
            valid: boolean;
            problems: components["schemas"]["DesignProblem"][];
            /** @description No reasons to refuse it */
            warnings: components["schemas"]["DesignProblem"][];
            document: components["schemas"]["DesignDocument"];
        };
        DesignProblem: {
            /** @example fields.header[0].value */
            path: string;
            /**
             * @example BAD_COLOR
             * @example MISSING_ICON
             * @example UNKNOWN_FACT
             * @example TOO_MANY_FIELDS
             * @example NFC_NOT_ENABLED
             */
            code: string;
            text: components["schemas"]["LocalText"];
        };
        DesignValidation: {
            valid: boolean;
            problems: components["schemas"]["DesignProblem"][];
            /** @description No reasons to refuse it, such as moments after which phones file the card as expired */
            warnings: components["schemas"]["DesignProblem"][];
        };
        DesignTry: {
            document?: components["schemas"]["DesignDocument"];
            /** @description The sample's tier; the lowest one by default, the highest for TOP */
            tier?: string | null;
            /**
             * @description The language of the drawn cards; Accept-Language by default
             * @enum {string|null}
             */
            lang?: "ru" | "en" | null;
            /**
             * @description Whose card: signed up today; with everything usual (by default); on the highest tier; owing bonuses after a return; just written to by the shop
             * @enum {string|null}
             */
            customer?: "NEWCOMER" | "REGULAR" | "TOP" | "DEBTOR" | "NEWS" | null;
            /**
             * Format: int64
             * @description The sample's bonuses, in minor units
             */
            balance?: number | null;
        };
        DesignPreview: {
            warnings: components["schemas"]["DesignProblem"][];
            /** @description As the wallets would draw them, in one language: iPhones before iOS 27, those since (null when they draw the same), Android */
            cards: {
                apple: components["schemas"]["WalletCard"];
                appleNewer?: components["schemas"]["WalletCard"] | null;
                google: components["schemas"]["WalletCard"];
            };
            apple: {
                /** @description pass.json */
                pass: {
                    [key: string]: unknown;
                };
                /** @description The text of ru.lproj/pass.strings */
                ru: string;
                en: string;
                images: {
                    name: string;
                    bytes: number;
                }[];
            };
            google: {
                loyaltyClass: {
                    [key: string]: unknown;
                };
                loyaltyObject: {
                    [key: string]: unknown;
                };
            };
        };
        DesignPublication: {
            /** @description The draft's revision that was seen */
            revision: number;
        };
        DesignVersionHead: {
            number: number;
            /** Format: date-time */
            publishedAt: string;
            publishedBy: string;
        };
        DesignVersion: components["schemas"]["DesignVersionHead"] & {
            document: components["schemas"]["DesignDocument"];
        };
        DesignVersionPage: {
            items: components["schemas"]["DesignVersionHead"][];
            nextCursor?: string | null;
        };
        DesignReach: {
            /** Format: int64 */
            cards: number;
            /** @description There are more than the number says */
            more: boolean;
        };
        DesignImageRequest: {
            /** @description PNG in base64, up to a megabyte and four million pixels; it is drawn anew, so nothing but the picture is kept; three times the points Apple shows: icon 114×114, logo up to 480×150, strip 1125×432 */
            content: string;
        };
        DesignImage: {
            id: string;
            width: number;
            height: number;
            bytes: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
        };
        DesignImageList: {
            items: components["schemas"]["DesignImage"][];
        };
        IdentityImport: {
            /** @enum {string} */
            kind: "APPLE_PASS" | "GOOGLE_ACCOUNT" | "NFC_KEY";
            name?: string | null;
            /** @description Base64 of the file that Keychain exports */
            p12?: string | null;
            /** @description Key and certificate, or an NFC key */
            pem?: string | null;
            /** @description Google's key file */
            json?: string | null;
            /** @description For a Google account the issuer of the merchant's own that it acts for, as the Google Pay & Wallet console shows it; left out, it acts for the installation's. New cards are made for it, cards that exist keep theirs */
            issuerId?: string | null;
            password?: string | null;
            /** @description Apple's WWDR certificate when the file lacks it: PEM, or DER in base64 */
            intermediate?: string | null;
            /** @description A fresh NFC key */
            generate?: boolean | null;
        };
        CertificateSigning: {
            email: string;
            name: string;
        };
        IssuedCertificate: {
            /** @description PEM, or DER in base64 */
            certificate: string;
            /** @description Apple's WWDR certificate */
            intermediate: string;
        };
        Identity: {
            id: string;
            /** @enum {string} */
            kind: "APPLE_PASS" | "APPLE_REQUEST" | "GOOGLE_ACCOUNT" | "NFC_KEY";
            /** @enum {string} */
            state: "STORED" | "ACTIVE" | "RETIRED";
            name: string;
            /** @description Identifiers, csrPem, applePublicKey, googlePublicKeyPem */
            detail: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            notBefore?: string | null;
            /**
             * Format: date-time
             * @description When the certificate or its WWDR ends
             */
            notAfter?: string | null;
            /** Format: int64 */
            daysLeft?: number | null;
            /**
             * @description 90, 30 and 7 days ahead
             * @enum {string|null}
             */
            warning?: "NOTICE" | "WARNING" | "CRITICAL" | "EXPIRED" | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            activatedAt?: string | null;
        };
        IdentityList: {
            items: components["schemas"]["Identity"][];
        };
        IdentityPreflight: {
            valid: boolean;
            problems: {
                /**
                 * @example KEY_MISMATCH
                 * @example WRONG_INTERMEDIATE
                 * @example EXPIRED
                 * @example PASS_TYPE_MISMATCH
                 * @example NO_NFC
                 */
                code: string;
                text: components["schemas"]["LocalText"];
            }[];
        };
    };
    responses: {
        /** @description Refused; `code` says why */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        Slug: string;
        CardToken: string;
        MemberId: string;
        ReceiptId: string;
        CampaignId: string;
        PhoneId: string;
        IdentityId: string;
        DraftId: string;
        ProgramNumber: number;
        WhatIfId: string;
        /** @description The revision seen, as the ETag said it: `"3"` */
        IfMatch: string;
        IdempotencyKey: string;
        OptionalIdempotencyKey: string;
        /** @description Who works at the register, as signing in with the PIN answered */
        CashierSession: string;
        MerchantId: string;
        Limit: number;
        Cursor: string;
        /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
        Lang: "ru" | "en";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getShop: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: components["parameters"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shop */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shop"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInviter: {
        parameters: {
            query: {
                /** @example K7QM-2XWP */
                code: string;
            };
            header?: never;
            path: {
                slug: components["parameters"]["Slug"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Somebody who may invite */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "K7QM-2XWP",
                     *       "inviterName": "Анна"
                     *     }
                     */
                    "application/json": components["schemas"]["Inviter"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startSignUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: components["parameters"]["Slug"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "+7 912 345-67-89",
                 *       "name": "Анна",
                 *       "locale": "ru",
                 *       "consentTerms": true,
                 *       "consentMessages": true,
                 *       "inviteCode": "K7QM-2XWP"
                 *     }
                 */
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description The code is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpStarted"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmSignUp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path: {
                signUpId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example 123456 */
                    code: string;
                };
            };
        };
        responses: {
            /** @description The card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignUpDone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: components["parameters"]["CardToken"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Card"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This register */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterInfo"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRegisterCashiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The store's cashiers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "2001",
                     *           "name": "Анна"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        items: {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            lockedUntil?: string;
                        }[];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signInCashier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cashierId": "2001",
                 *       "pin": "4821"
                 *     }
                 */
                "application/json": {
                    cashierId: string;
                    pin: string;
                };
            };
        };
        responses: {
            /** @description At work */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CashierSession"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signOutCashier: {
        parameters: {
            query?: never;
            header?: {
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listScans: {
        parameters: {
            query?: {
                memberId?: string;
                registerId?: string;
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    scan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "73920184650912837465",
                 *       "symbology": "QR",
                 *       "source": "CAMERA"
                 *     }
                 */
                "application/json": components["schemas"]["ScanRequest"];
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanResult"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    sendSpendCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001"
                 *     }
                 */
                "application/json": {
                    memberId: string;
                };
            };
        };
        responses: {
            /** @description The code is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendCodeSent"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    confirmSpendCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    memberId: string;
                    code: string;
                };
            };
        };
        responses: {
            /** @description The register may spend */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendCodeProven"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    quote: {
        parameters: {
            query?: {
                /** @description `all` explains every rule; otherwise programs with very many rules are explained by what gave something and what is within reach */
                explain?: "short" | "all";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001",
                 *       "lines": [
                 *         {
                 *           "lineNo": 1,
                 *           "sku": "LATTE",
                 *           "name": "Латте",
                 *           "quantity": "1",
                 *           "amount": 30000
                 *         }
                 *       ],
                 *       "spend": {
                 *         "mode": "MAX"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ReceiptRequest"];
            };
        };
        responses: {
            /** @description The quote */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listRegisterReceipts: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceiptPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    commitReceipt: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001",
                 *       "number": "000123",
                 *       "lines": [
                 *         {
                 *           "lineNo": 1,
                 *           "sku": "LATTE",
                 *           "name": "Латте",
                 *           "quantity": "1",
                 *           "amount": 30000
                 *         }
                 *       ],
                 *       "spend": {
                 *         "mode": "AMOUNT",
                 *         "amount": 9000
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ReceiptRequest"];
            };
        };
        responses: {
            /** @description Committed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadReceipts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sentAt": "2026-11-21T12:00:00Z",
                 *       "receipts": [
                 *         {
                 *           "key": "offline-17",
                 *           "card": {
                 *             "text": "73920184650912837465",
                 *             "source": "WEDGE"
                 *           },
                 *           "receipt": {
                 *             "number": "17",
                 *             "at": "2026-11-21T09:40:00Z",
                 *             "lines": [
                 *               {
                 *                 "lineNo": 1,
                 *                 "sku": "LATTE",
                 *                 "amount": 30000
                 *               }
                 *             ]
                 *           },
                 *           "paid": 30000
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["OfflineBatch"];
            };
        };
        responses: {
            /** @description A result for each receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflineAnswer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getReceipt: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receiptId: components["parameters"]["ReceiptId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    returnReceipt: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path: {
                receiptId: components["parameters"]["ReceiptId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "lineNo": 1,
                 *           "quantity": "1"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ReturnRequest"];
            };
        };
        responses: {
            /** @description Returned */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Return"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    placeHold: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1001",
                 *       "amount": 40000,
                 *       "seconds": 300
                 *     }
                 */
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description Held */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    releaseHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Released */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Signed in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    setPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Set; sign in with it */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listMerchants: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Merchant"][];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    openMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slug": "zerno",
                 *       "name": "Кофейня «Зерно»",
                 *       "description": {
                 *         "ru": "Бонусы за каждую чашку",
                 *         "en": "Bonuses with every cup"
                 *       },
                 *       "zone": "Europe/Moscow",
                 *       "owner": {
                 *         "email": "olga@zerno.example",
                 *         "name": "Ольга Зернова"
                 *       },
                 *       "store": {
                 *         "name": "Зерно на Покровке"
                 *       },
                 *       "register": {
                 *         "name": "Касса 1"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewMerchant"];
            };
        };
        responses: {
            /** @description Open */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MerchantOpened"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The merchant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merchant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    disableMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merchant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    enableMerchant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merchant"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    inviteOwner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                merchantId: components["parameters"]["MerchantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "olga@zerno.example",
                 *       "name": "Ольга Зернова"
                 *     }
                 */
                "application/json": components["schemas"]["NewOwner"];
            };
        };
        responses: {
            /** @description The token is in this answer only */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedOwner"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    operatorAudit: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["OperatorAct"][];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listGoods: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Good"][];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setGoods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "code": "LATTE",
                 *           "name": "Латте",
                 *           "categories": [
                 *             "coffee"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    items: components["schemas"]["Good"][];
                };
            };
        };
        responses: {
            /** @description Set */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description Parts of the name in any order, ё as е; three or more digits anywhere in the phone, however it is typed, or at the end of a card number */
                q?: string;
                tier?: string;
                sort?: "created" | "name" | "balance" | "spent" | "lastPurchase";
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createMember: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description Who works at the register, as signing in with the PIN answered */
                "Cashier-Session"?: components["parameters"]["CashierSession"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "+7 912 345-67-89",
                 *       "name": "Борис",
                 *       "locale": "ru",
                 *       "consentTerms": true,
                 *       "inviteCode": "K7QM-2XWP"
                 *     }
                 */
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description The member and the address of the card */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "memberId": "1042",
                     *       "cardToken": "3e-Zk1Xw8pQ",
                     *       "cardUrl": "https://cards.example/c/3e-Zk1Xw8pQ",
                     *       "created": true,
                     *       "invite": {
                     *         "taken": true
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["TillSignUpDone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberDetail"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listInvited: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "memberId": "1042",
                     *           "name": "Борис",
                     *           "at": "2026-11-22T09:00:00Z",
                     *           "purchases": 2,
                     *           "lastPurchaseAt": "2026-11-22T10:30:00Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["InvitedPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listOperations: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    adjustBalance: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: int64
                     * @description Bonuses in minor units; negative debits
                     */
                    amount: number;
                    reason: string;
                    /**
                     * Format: date
                     * @description Last day of a credit's life, in the program's zone; absent = never
                     */
                    expiresOn?: string;
                };
            };
        };
        responses: {
            /** @description Booked */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Balance"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transferBonuses: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "toMemberId": "1018",
                 *       "amount": 15000,
                 *       "reason": "A present to her husband"
                 *     }
                 */
                "application/json": {
                    toMemberId: string;
                    /**
                     * Format: int64
                     * @description Bonuses in minor units; at most what is available
                     */
                    amount: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Booked; both balances */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": {
                     *         "available": 5000,
                     *         "pending": 0,
                     *         "held": 0,
                     *         "debt": 0
                     *       },
                     *       "to": {
                     *         "available": 15000,
                     *         "pending": 0,
                     *         "held": 0,
                     *         "debt": 0
                     *       }
                     *     }
                     */
                    "application/json": {
                        from: components["schemas"]["Balance"];
                        to: components["schemas"]["Balance"];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    mergeMembers: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "memberId": "1018",
                 *       "reason": "Two cards of one person"
                 *     }
                 */
                "application/json": {
                    /** @description The record that goes; its phone leads to the other from then on */
                    memberId: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description The member who stays */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "memberId": "1017",
                     *       "balance": {
                     *         "available": 20000,
                     *         "pending": 0,
                     *         "held": 0,
                     *         "debt": 0
                     *       },
                     *       "tierId": "silver"
                     *     }
                     */
                    "application/json": {
                        memberId: string;
                        balance: components["schemas"]["Balance"];
                        tierId: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startCampaign: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Coffee day",
                 *       "text": "Today coffee is on us",
                 *       "tier": "gold"
                 *     }
                 */
                "application/json": components["schemas"]["CampaignRequest"];
            };
        };
        responses: {
            /** @description Started */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    countAudience: {
        parameters: {
            query?: {
                tier?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The count */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: components["parameters"]["CampaignId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    setCampaignState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: components["parameters"]["CampaignId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    state: "RUNNING" | "PAUSED" | "CANCELLED";
                };
            };
        };
        responses: {
            /** @description The campaign */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getProgram: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The program */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedProgram"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getProgramSchema: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Schema 2020-12 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listProgramVersions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramVersionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getProgramVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: components["parameters"]["ProgramNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedProgram"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    diffProgramVersion: {
        parameters: {
            query?: {
                /** @description The older version; by default the one before. 0 = nothing */
                against?: number;
            };
            header?: never;
            path: {
                number: components["parameters"]["ProgramNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDiff"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listProgramDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Drafts, at most 100 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ProgramDraftHead"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createProgramDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Autumn"
                 *     }
                 */
                "application/json": {
                    name: string;
                    program?: {
                        [key: string]: unknown;
                    };
                    document?: string;
                    /** @description A version's number; by default the one in force */
                    basedOn?: number;
                };
            };
        };
        responses: {
            /** @description The draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getProgramDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeProgramDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 3,
                 *       "name": "Autumn and winter"
                 *     }
                 */
                "application/json": {
                    revision?: number;
                    name?: string;
                    program?: {
                        [key: string]: unknown;
                    };
                    document?: string;
                    /** @description Says that this version was looked at: publishing then needs no force */
                    basedOn?: number;
                };
            };
        };
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteProgramDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    validateProgramDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is to be said of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramValidation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    diffProgramDraft: {
        parameters: {
            query?: {
                /** @description A version; by default the one in force. 0 = nothing */
                against?: number;
            };
            header?: never;
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProgramDiff"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publishProgramDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description The revision seen, as the ETag said it: `"3"` */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                draftId: components["parameters"]["DraftId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "revision": 3
                 *     }
                 */
                "application/json": {
                    revision?: number;
                    /** @default false */
                    force?: boolean;
                };
            };
        };
        responses: {
            /** @description The version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedProgram"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listWhatIfs: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    startWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "draftId": "1042",
                 *       "from": "2026-01-01",
                 *       "to": "2026-11-01"
                 *     }
                 */
                "application/json": components["schemas"]["WhatIfRequest"];
            };
        };
        responses: {
            /** @description Waiting or running */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                whatIfId: components["parameters"]["WhatIfId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The replay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIf"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                whatIfId: components["parameters"]["WhatIfId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled or forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The database does not answer or its disk is full */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getAttention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Empty lists when all is well */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attention"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    retryUndelivered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They go out again */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @example 120 */
                        cards: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSummary: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getLiability: {
        parameters: {
            query?: {
                /** @description How many days ahead, today included */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "at": "2026-11-21T09:00:00Z",
                     *       "active": 1250000,
                     *       "pending": 30000,
                     *       "held": 0,
                     *       "debt": 4000,
                     *       "members": 87,
                     *       "burning": 90000,
                     *       "burns": [
                     *         {
                     *           "lastDay": "2026-11-30",
                     *           "amount": 90000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Liability"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listStores: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stores */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Store"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createRegister: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    storeId: string;
                    name: string;
                };
            };
        };
        responses: {
            /** @description The register */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewRegister"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeRegister: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    rotateRegisterKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registerId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "keepOldHours": 48
                 *     }
                 */
                "application/json": {
                    /** @default 24 */
                    keepOldHours?: number;
                };
            };
        };
        responses: {
            /** @description The new key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewRegisterKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    endOldRegisterKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                registerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    listCashiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cashiers by store and name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Cashier"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCashier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "storeId": "1003",
                 *       "name": "Анна",
                 *       "pin": "4821"
                 *     }
                 */
                "application/json": {
                    storeId: string;
                    name: string;
                    pin: string;
                };
            };
        };
        responses: {
            /** @description The cashier */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        storeId: string;
                        name: string;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revokeCashier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cashierId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    changeCashierPin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cashierId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "pin": "73519"
                 *     }
                 */
                "application/json": {
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Changed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    getTillSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changeTillSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phoneSpending": "CODE",
                 *       "scansPerCardHour": 30
                 *     }
                 */
                "application/json": components["schemas"]["TillSettingsChange"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillSettings"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listNfcKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["NfcKey"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addNfcKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Readers 2026",
                 *       "passTypeIdentifiers": [
                 *         "pass.example.shop"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewNfcKey"];
            };
        };
        responses: {
            /** @description The key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NfcKey"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    retireNfcKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                nfcKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Retired */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    tryNfcRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "cryptogram": "abcbc27f0d20ce2fc8332d42ac5c213f947aee05c1668c51a54279f1b60a79b7de1036e715780d197183f397b2e4241bedfd3d860216427978b67c7ab79ec30a416d6e28f7"
                 *     }
                 */
                "application/json": {
                    /** @description hex or base64 */
                    cryptogram: string;
                    passTypeIdentifier?: string;
                };
            };
        };
        responses: {
            /** @description What it says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NfcTrial"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMemberCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCards"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    attachCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "number": "2000000000015"
                 *     }
                 */
                "application/json": {
                    number?: string;
                    /** @description Contactless number in hex */
                    uid?: string;
                };
            };
        };
        responses: {
            /** @description The cards */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCards"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    reissueCard: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: components["parameters"]["OptionalIdempotencyKey"];
            };
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reason": "PHONE_LOST",
                 *       "send": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @default CODE_LEAKED
                     * @enum {string}
                     */
                    reason?: "CODE_LEAKED" | "PHONE_LOST" | "RENEWAL";
                    /**
                     * @description Send the new card's link in a message. Only with PHONE_LOST.
                     * @default false
                     */
                    send?: boolean;
                };
            };
        };
        responses: {
            /** @description The new card */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReissuedCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    issueRotatingCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the wallet makes its codes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatingCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    detachCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
                cardId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Detached */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    setCardState: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: components["parameters"]["MemberId"];
                cardId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "BLOCKED"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status: "ACTIVE" | "BLOCKED";
                };
            };
        };
        responses: {
            /** @description The card */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCard"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCardBatches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The batches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CardBatch"][];
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addCardBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Spring",
                 *       "generate": {
                 *         "first": "200000000100",
                 *         "count": 1000,
                 *         "checkDigit": "EAN13"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewCardBatch"];
            };
        };
        responses: {
            /** @description The batch */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardBatchMade"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeCardBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many cards are gone, and how many members keep */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        removed: number;
                        kept: number;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listBlankCards: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: string[];
                        nextCursor?: string | null;
                    };
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The demo */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demo"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MailboxMessage"][];
                    };
                };
            };
        };
    };
    listPhones: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Phones */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Phone"][];
                    };
                };
            };
        };
    };
    createPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "platform": "APPLE",
                 *       "name": "Older iPhone",
                 *       "ios": 26
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    platform: "APPLE" | "GOOGLE";
                    name?: string;
                    /**
                     * @description An iPhone's system; 27 by default
                     * @enum {integer|null}
                     */
                    ios?: 26 | 27 | null;
                };
            };
        };
        responses: {
            /** @description The phone */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    changePhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "online": false
                 *     }
                 */
                "application/json": {
                    name?: string | null;
                    online?: boolean | null;
                    /**
                     * @description Another system for an iPhone
                     * @enum {integer|null}
                     */
                    ios?: 26 | 27 | null;
                };
            };
        };
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removePhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    watchPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description text/event-stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    addCardToPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The card's token or any of its addresses */
                    card: string;
                };
            };
        };
        responses: {
            /** @description The phone */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    removeCardFromPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
                serial: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    renewPushToken: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "tell": true
                 *     }
                 */
                "application/json": {
                    /** @description false: as a wiped phone, which tells the service nothing */
                    tell?: boolean | null;
                };
            };
        };
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tryOnPhone: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DesignPreview"];
            };
        };
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    clearNotices: {
        parameters: {
            query?: {
                /** @description Language of cards and notices; wins over Accept-Language, which server-sent events cannot set */
                lang?: components["parameters"]["Lang"];
            };
            header?: never;
            path: {
                phoneId: components["parameters"]["PhoneId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The phone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
        };
    };
    getDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The design in force; number 0 is what every shop begins with */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Design"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDesignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    saveDesignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 0,
                 *       "document": {
                 *         "schema": 1,
                 *         "description": "{program}",
                 *         "colors": {
                 *           "background": "#1f7a5c"
                 *         },
                 *         "fields": {
                 *           "header": [
                 *             {
                 *               "key": "balance",
                 *               "label": {
                 *                 "ru": "Бонусы",
                 *                 "en": "Bonuses"
                 *               },
                 *               "value": "{balance}",
                 *               "change": {
                 *                 "ru": "Баланс: %@",
                 *                 "en": "Balance: %@"
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DesignDraftRequest"];
            };
        };
        responses: {
            /** @description The draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignDraft"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    discardDesignDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none now */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    validateDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "document": {
                 *         "schema": 1,
                 *         "description": "{program}",
                 *         "colors": {
                 *           "background": "#1f7a5c"
                 *         },
                 *         "fields": {
                 *           "header": [
                 *             {
                 *               "key": "balance",
                 *               "label": {
                 *                 "ru": "Бонусы",
                 *                 "en": "Bonuses"
                 *               },
                 *               "value": "{balance}",
                 *               "change": {
                 *                 "ru": "Баланс: %@",
                 *                 "en": "Balance: %@"
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DesignTry"];
            };
        };
        responses: {
            /** @description The reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignValidation"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    previewDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "document": {
                 *         "schema": 1,
                 *         "description": "{program}",
                 *         "colors": {
                 *           "background": "#1f7a5c"
                 *         },
                 *         "fields": {
                 *           "header": [
                 *             {
                 *               "key": "balance",
                 *               "label": {
                 *                 "ru": "Бонусы",
                 *                 "en": "Bonuses"
                 *               },
                 *               "value": "{balance}",
                 *               "change": {
                 *                 "ru": "Баланс: %@",
                 *                 "en": "Balance: %@"
                 *               }
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DesignTry"];
            };
        };
        responses: {
            /** @description Both cards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignPreview"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    publishDesign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "revision": 1
                 *     }
                 */
                "application/json": components["schemas"]["DesignPublication"];
            };
        };
        responses: {
            /** @description The new version */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignVersion"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDesignVersions: {
        parameters: {
            query?: {
                limit?: components["parameters"]["Limit"];
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignVersionPage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDesignVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: components["parameters"]["ProgramNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignVersion"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listDesignImages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignImageList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addDesignImage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "content": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                 *     }
                 */
                "application/json": components["schemas"]["DesignImageRequest"];
            };
        };
        responses: {
            /** @description The picture */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignImage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDesignImage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                imageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture as it was uploaded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getDesignReach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DesignReach"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "NFC_KEY",
                 *       "name": "Readers",
                 *       "generate": true
                 *     }
                 */
                "application/json": components["schemas"]["IdentityImport"];
            };
        };
        responses: {
            /** @description Kept and sealed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    checkIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "APPLE_PASS",
                 *       "p12": "MIIKkQIBAzCCClcG",
                 *       "password": "secret"
                 *     }
                 */
                "application/json": components["schemas"]["IdentityImport"];
            };
        };
        responses: {
            /** @description The reasons */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityPreflight"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    requestCertificate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "owner@shop.example",
                 *       "name": "Our cards"
                 *     }
                 */
                "application/json": components["schemas"]["CertificateSigning"];
            };
        };
        responses: {
            /** @description The request is detail.csrPem */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identity */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    deleteIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    completeRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "certificate": "-----BEGIN CERTIFICATE-----",
                 *       "intermediate": "-----BEGIN CERTIFICATE-----"
                 *     }
                 */
                "application/json": components["schemas"]["IssuedCertificate"];
            };
        };
        responses: {
            /** @description An Apple identity now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    activateIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In use */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
