// Written by `npm run client` from the OpenAPI document 1e0073f7bdd0cb1d6da5a990b890a60099f2ef90e5fa9a81abfadd6c62231736. Do not edit.
export interface paths {
    "/api/v1/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ta imot en henvisning
         * @description Starter et forløp. Samme henvisning (source.system og source.id) sendt to ganger gir ett forløp. Er innholdet et annet enn sist, registreres det som en retting. En henvisning som ikke kan godtas, for eksempel fordi mottakeren er ukjent, settes i karantene og følges opp fra mottaksdagen.
         */
        post: operations["referralsTake"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fhir/ServiceRequest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ta imot en henvisning som FHIR
         * @description Svaret er en OperationOutcome: 201 når noe nytt er tatt inn, 200 når alt var mottatt før, 422 når noe ikke kunne godtas (da ligger det i karantene og følges opp), og 400 når innholdet ikke kan leses. Henvisningen kjennes igjen på identifikatoren sin, så den kan trygt sendes på nytt. Idempotency-Key kan brukes, men trengs ikke.
         */
        post: operations["fhirCreate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fhir": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ta imot henvisninger i en Bundle
         * @description Svaret er en OperationOutcome: 201 når noe nytt er tatt inn, 200 når alt var mottatt før, 422 når noe ikke kunne godtas (da ligger det i karantene og følges opp), og 400 når innholdet ikke kan leses. Henvisningen kjennes igjen på identifikatoren sin, så den kan trygt sendes på nytt. Idempotency-Key kan brukes, men trengs ikke.
         */
        post: operations["fhirBundle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fhir/metadata": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Se hva FHIR-mottaket kan
         * @description CapabilityStatement etter FHIR R4.
         */
        get: operations["fhirMetadata"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent et forløp
         * @description Pasienten med steg, frister, oppgaver, neste steg, avvik, tidslinje og kommandoene som kan gis. asOf gir en annen dag enn i dag. knownAt gir det som var registrert den gangen: da vises det vi viste da.
         */
        get: operations["pathwaysView"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent tidslinjen
         * @description Alle hendelser, den eldste først. Rettede hendelser står der fortsatt. asOf gir en annen dag enn i dag. knownAt gir det som var registrert den gangen: da vises det vi viste da.
         */
        get: operations["pathwaysTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/clocks/{key}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Forklar en frist
         * @description Regel, verdi, kilde, versjoner, hendelser, dagene som ikke er talt med, og hva som ble vist når. asOf gir en annen dag enn i dag. knownAt gir det som var registrert den gangen: da vises det vi viste da.
         */
        get: operations["pathwaysExplain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent kommandoene
         * @description Alle kommandoer i forløpets definisjon, om de kan gis nå og hvorfor ikke, og feltene hver av dem trenger.
         */
        get: operations["pathwaysCommands"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/commands/{command}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gi en kommando
         * @description Registrerer et valg som en person har tatt. Et avslag (409) sier hvorfor med kode og setning, og endrer ingenting. Send expectedPosition for å oppdage at andre har registrert noe siden du så forløpet: da er svaret 409 med det som er nytt.
         */
        post: operations["pathwayWritesCommand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registrer noe som har hendt
         * @description Alle hendelsene blir registrert, eller ingen. En hendelse avvises aldri fordi den ikke passer i steget: den blir stående, og havner på listen over avvik.
         */
        post: operations["pathwayWritesRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Flytt forløpet til andre regler
         * @description Til en annen definisjon, versjon eller kalender, eller andre valg. Bare frister som er åpne den dagen, flyttes. Det som er holdt, brutt eller meddelt, beholder datoene.
         */
        post: operations["pathwayWritesMove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sett modus
         * @description live følger forløpet og minner om frister. paused og historical gjør ikke det. Ingenting som er passert, blir sendt når et forløp settes i gang.
         */
        put: operations["pathwayWritesSetMode"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/owners/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Gi noen en rolle for pasienten
         * @description For eksempel koordinator eller ansvarlig behandler. Det samme som kommandoen tildel-ansvarlig.
         */
        put: operations["pathwayWritesAssignOwner"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/contacts/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Lagre hvem en rolle er
         * @description Navn og e-postadresse til for eksempel fastlegen, for denne pasienten. Opplysningene forsegles.
         */
        put: operations["pathwayWritesSetContact"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/obligations/{key}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bekreft at noe kan sendes
         * @description En navngitt person lar en melding gå ut av huset, for eksempel varselet til Helfo om fristbrudd. Den som er logget inn, er den som bekrefter.
         */
        post: operations["pathwayWritesConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/events/{eventId}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rett en hendelse
         * @description Gir hendelsen ny dato eller nytt innhold. Den gamle blir stående i tidslinjen, og alt regnes ut på nytt. En rettelse nevner den opprinnelige hendelsen, også når den er rettet før.
         */
        post: operations["eventsCorrect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/events/{eventId}/retraction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Si at en hendelse aldri hendte
         * @description Hendelsen blir stående i tidslinjen, men teller ikke.
         */
        post: operations["eventsRetract"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worklist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent arbeidslisten
         * @description Filtrene som er gitt, må alle stemme. Svaret sier hvor mange rader hele listen har, og om det er flere enn dem på siden. Statusene er riktige fra midnatt i Oslo.
         */
        get: operations["worklistPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/worklist/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell opp arbeidslisten
         * @description Hvor mange forløp det er i hver bunke: brutt, i fare, med frist denne uken, uten neste steg, med avvik, i karantene.
         */
        get: operations["worklistCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Søk etter en pasient
         * @description Etter nummer eller navn. Det som søkes etter, står i innholdet og aldri i adressen, så det ikke havner i logger. Henvisninger i karantene finnes også. Ingenting registreres.
         */
        post: operations["searchFind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent henvisninger i karantene
         * @description Henvisninger som ikke kunne godtas, den eldste først: hvorfor, når den kom, hvem som skal rydde opp, hvilket system den kom fra, og de lovfestede fristene som løper.
         */
        get: operations["quarantinePage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quarantine/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Avklar en henvisning i karantene
         * @description Enten er den rettet og tas inn (accepted), eller så var den ikke en henvisning (discarded). Mottaksdagen står fast: fristen løper fra den.
         */
        post: operations["quarantineRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent definisjonene
         * @description Alle standardiserte forløp som er lastet, i alle versjoner.
         */
        get: operations["rulesDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/definitions/{id}/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent en definisjon
         * @description Hele definisjonen som data: steg, hendelser, frister med kilder, oppgaver og kommandoer.
         */
        get: operations["rulesDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent kalenderne
         * @description Hvilke dager som er virkedager, og loven eller vedtaket som sier det.
         */
        get: operations["rulesCalendars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent deltakerne
         * @description Hvem som ser forløpet, så eller skal se det, og hvem pasienten har sperret.
         */
        get: operations["participantsParticipants"];
        put?: never;
        /**
         * La noen delta
         * @description En virksomhet, en lege eller en kontakt i kommune eller skole får se forløpet i perioden.
         */
        post: operations["participantsGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/participants/{grant}": {
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
         * Avslutt en deltakelse
         * @description Tilgangen slutter i dag.
         */
        delete: operations["participantsWithdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Overfør ansvaret
         * @description En annen virksomhet overtar. Tilgangen følger ansvaret fra dagen som er oppgitt, fristen følger pasienten.
         */
        post: operations["participantsTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sperr for noen
         * @description Pasienten vil ikke at en virksomhet eller person skal se forløpet.
         */
        post: operations["participantsBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/blocks/{grant}": {
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
         * Opphev en sperring
         * @description Pasienten har ombestemt seg.
         */
        delete: operations["participantsUnblock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bruk nødtilgang
         * @description For en pasient du ellers ikke ser. Tilgangen varer noen timer, og bruken vises for pasientens enhet og for den som har ansvar for sikkerheten.
         */
        post: operations["participantsBreakGlass"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/break-glass": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent bruk av nødtilgang
         * @description Den nyeste først: for pasientens enhet og for den som har ansvar for sikkerheten.
         */
        get: operations["accessLogBreakGlass"];
        put?: never;
        /**
         * Bruk nødtilgang med fødselsnummer
         * @description For en pasient du ikke ser og bare har nummeret til. Åpner pasientens forløp i noen timer. Bruken vises for pasientens enhet og for den som har ansvar for sikkerheten. Finnes det ingen, eller kan ingen åpnes, er svaret det samme. Hvert forsøk logges, og det er en grense for hvor mange det kan være i timen.
         */
        post: operations["breakGlassOpen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Be om sletting
         * @description Ber om at pasienten slettes i alle sine forløp. Anmodningen venter til det som hindrer, er borte, og til en annen gjennomfører den.
         */
        post: operations["erasureRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent anmodninger om sletting
         * @description Hva som venter, er trukket eller gjennomført: id-er, grunnlag, hvem og når.
         */
        get: operations["erasureList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{erasure}/obstacles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent det som hindrer sletting
         * @description Forløp som ikke er avsluttet, frister som løper, karantene, bevaring og oppbevaringstid.
         */
        get: operations["erasureObstacles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{erasure}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Trekk en anmodning om sletting */
        delete: operations["erasureWithdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/erasures/{erasure}/carry-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gjennomfør en sletting
         * @description Pasientens nøkkel og alt som finner henne, ødelegges. Det kan ikke gjøres om. En annen enn den som ba om det, må gjøre det.
         */
        post: operations["erasureCarryOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention-due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent hvem som ikke lenger må oppbevares
         * @description Pasienter som ingen regel om oppbevaring gjelder for lenger. Ingen slettes av det: noen må be om det.
         */
        get: operations["erasureDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent bestemmelser om bevaring
         * @description De som gjelder nå for pasienten.
         */
        get: operations["holdsHolds"];
        put?: never;
        /**
         * Bestem at opplysningene skal bevares
         * @description Pasienten slettes ikke så lenge bestemmelsen gjelder.
         */
        post: operations["holdsHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/holds/{hold}": {
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
         * Opphev bevaring
         * @description Opplysningene må ikke lenger bevares av denne grunnen.
         */
        delete: operations["holdsLift"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent pasientens innsynslogg
         * @description Alle som har sett eller registrert noe om pasienten, og alle som ble avvist. Dette er utskriften pasienten har krav på.
         */
        get: operations["accessLogOfPatient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Søk i innsynsloggen
         * @description For den som kontrollerer innsyn: hva folk i egen virksomhet har sett, gjort og blitt avvist for.
         */
        get: operations["accessLogSearch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent roller
         * @description Hvem som har hvilken rolle hvor. Fødselsnummer vises aldri.
         */
        get: operations["roleGrantsGrants"];
        put?: never;
        /**
         * Gi en rolle
         * @description En person får en rolle i en virksomhet og alt under den, fra i dag eller i en periode.
         */
        post: operations["roleGrantsGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/role-grants/{grant}": {
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
         * Trekk tilbake en rolle
         * @description Virker innen noen sekunder.
         */
        delete: operations["roleGrantsWithdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings/effects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Se om noe sendes ut
         * @description Bryteren for alt som går ut av huset. Etter en gjenoppretting er den av til en operatør slår den på.
         */
        get: operations["houseEffects"];
        /**
         * Slå utsending av eller på
         * @description Av: ingenting sendes til noen. Alt annet går som før.
         */
        put: operations["houseSetEffects"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent virksomhetene
         * @description Alle virksomheter som sender eller mottar henvisninger.
         */
        get: operations["houseOrganisations"];
        put?: never;
        /**
         * Registrer en virksomhet
         * @description Fra den første som er registrert, settes henvisninger til ukjente mottakere i karantene.
         */
        post: operations["houseRegister"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/codec/decode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Les innhold fra Temporals historikk
         * @description Temporals fjernkodek (remote codec): id-er, datoer og regler som arbeidsflytene bærer. Hver bruk står i innsynsloggen. Det finnes ingen «encode»: ingen krypterer for hånd det arbeidsflytene leser.
         */
        post: operations["codecDecode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Se hvor du er logget inn
         * @description Øktene dine i nettlesere. Token fra andre klienter er ikke økter, og vises ikke.
         */
        get: operations["ownSessionsSessions"];
        put?: never;
        post?: never;
        /**
         * Avslutt alle øktene dine
         * @description Også den du bruker nå.
         */
        delete: operations["ownSessionsEndAll"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/sessions/{session}": {
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
         * Avslutt en økt
         * @description Virker fra neste forespørsel, også for kopier av informasjonskapselen.
         */
        delete: operations["ownSessionsEnd"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logg ut en person, eller alle
         * @description Avslutter øktene i nettlesere, fra neste forespørsel. Personen kan logge inn på nytt: trekk rollene tilbake for å stenge ute. Svaret sier ikke hvem personen er.
         */
        post: operations["sessionsEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Se hvem du er logget inn som
         * @description Rollene dine, enheten din og det de gir adgang til.
         */
        get: operations["meMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pathways/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent påminnelsene i et forløp
         * @description Hver påminnelse med alt som har skjedd med den, den nyeste først.
         */
        get: operations["remindersOfPathway"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent enhetens påminnelser
         * @description For en mottaker, en periode eller en tilstand; det som er oppgitt, må alt stemme. Bare forløp du ser.
         */
        get: operations["remindersList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Last ned påminnelsene som CSV
         * @description Én linje for hver hendelse, høyst 5000 påminnelser. Celler som et regneark kunne tatt for en formel, har en apostrof foran.
         */
        get: operations["remindersExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminder-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent meldingsmalene
         * @description Alle tekster som sendes ut, i alle versjoner. En tekst som er brukt, endres aldri.
         */
        get: operations["reminderTemplatesTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reminder-templates/{wording}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Forhåndsvis en melding
         * @description Slik den ser ut i et språk og en type kanal, med oppdiktede opplysninger.
         */
        get: operations["reminderTemplatesPreview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receivers/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent egne valg for påminnelser
         * @description For den som er kjent etter HPR-nummeret i innloggingen.
         */
        get: operations["receiversOwn"];
        /**
         * Velg hvordan du vil bli påminnet
         * @description Gjelder fra neste melding, for alle pasientene dine.
         */
        put: operations["receiversSetOwn"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/receivers/{receiver}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hent en mottaker
         * @description En som er påminnet om en pasient du ser.
         */
        get: operations["receiversOne"];
        /**
         * Velg for en mottaker
         * @description På mottakerens vegne, for eksempel et fravær. Gjelder mottakerens påminnelser fra alle sykehus.
         */
        put: operations["receiversSetOne"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/svar/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Åpne svarsiden til en påminnelse
         * @description Endrer ingenting, og viser bare referansen som står i meldingen.
         */
        get: operations["answersAsk"];
        put?: never;
        /**
         * Svar på en påminnelse
         * @description Skjemafeltet svar er «mottatt» eller «ikke-min». Det samme svaret en gang til endrer ingenting.
         */
        post: operations["answersAnswer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/svar/avmeld/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Åpne avmeldingen av samlemeldinger
         * @description Endrer ingenting.
         */
        get: operations["answersAskUnsubscribing"];
        put?: never;
        /**
         * Meld av samlemeldinger
         * @description Ett trykk i e-postprogrammet er nok (RFC 8058). Hver påminnelse kommer da for seg.
         */
        post: operations["answersUnsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lever tjenesten?
         * @description Svarer så lenge prosessen lever.
         */
        get: operations["healthLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Kan tjenesten ta imot forespørsler?
         * @description Ja, så lenge databasen svarer. Er Temporal borte, registreres alt som før, og forløpene får vite det når Temporal er tilbake (degraded).
         */
        get: operations["healthReady"];
        put?: never;
        post?: never;
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
         * @description En henvisning.
         * @example {
         *       "source": {
         *         "kind": "api",
         *         "system": "urn:uuid:9a2f0e0c-6b4f-4e9a-8f2b-1f0d3c117f0a",
         *         "id": "H-2026-000123"
         *       },
         *       "patient": {
         *         "identifier": {
         *           "system": "urn:oid:2.16.578.1.12.4.1.4.1",
         *           "value": "15848800055"
         *         },
         *         "birthDate": "1988-04-15",
         *         "name": {
         *           "given": "Kari",
         *           "family": "Testesen"
         *         },
         *         "sex": "kvinne"
         *       },
         *       "referrer": {
         *         "hpr": "9144889",
         *         "name": "Lege Legesen"
         *       },
         *       "mottattdato": "2026-03-20",
         *       "priority": "routine",
         *       "reasonCodes": [
         *         {
         *           "system": "urn:oid:2.16.578.1.12.4.1.1.7170",
         *           "code": "A04"
         *         }
         *       ],
         *       "grounds": "usikker-diagnose",
         *       "functionLossPercent": 60,
         *       "severity": "moderat",
         *       "testsDone": [
         *         "anti-ccp",
         *         "acth",
         *         "pro-bnp"
         *       ],
         *       "text": "Økende utmattelse etter infeksjon.",
         *       "definition": "langvarig-utmattelse"
         *     }
         */
        Referral: {
            /** @description Hvor henvisningen kommer fra. Samme system og id er samme henvisning, også når den sendes flere ganger. */
            source: {
                /**
                 * @description Døren henvisningen kom inn gjennom.
                 * @example fhir
                 * @enum {string}
                 */
                kind: "fhir" | "api" | "import";
                /**
                 * @description Systemet som har gitt henvisningen identifikatoren sin, som URI.
                 * @example http://helsenorge.no/fhir/identifiers/uuid
                 */
                system: string;
                /**
                 * @description Identifikatoren i det systemet.
                 * @example 5f0c7c5e-6a0e-4c53-9f0b-7d1f2b1f5a11
                 */
                id: string;
            };
            /** @description Pasienten. Nummeret kan mangle, for eksempel for en nyfødt eller en person uten norsk nummer. */
            patient: {
                /** @description Fødselsnummer, D-nummer, hjelpenummer eller et annet nummer for pasienten. */
                identifier?: {
                    /**
                     * @description Systemet nummeret hører til, som URI.
                     * @example urn:oid:2.16.578.1.12.4.1.4.1
                     */
                    system: string;
                    /**
                     * @description Selve nummeret, uten mellomrom.
                     * @example 01820099806
                     */
                    value: string;
                };
                /**
                 * Format: date
                 * @description Fødselsdato.
                 * @example 2010-04-15
                 */
                birthDate?: string;
                /** @description Navn. */
                name?: {
                    /**
                     * @description For- og mellomnavn. Tomt når det ikke er kjent, for eksempel for en nyfødt.
                     * @example Kari Marie
                     */
                    given: string;
                    /**
                     * @description Etternavn. Tomt når det ikke er kjent.
                     * @example Testesen
                     */
                    family: string;
                };
                /**
                 * @description Kjønn slik avsenderen oppgir det.
                 * @example kvinne
                 * @enum {string}
                 */
                sex?: "kvinne" | "mann" | "annet" | "ukjent";
                /** @description Adresse. */
                address?: {
                    /**
                     * @description Adresselinjer uten postnummer og sted.
                     * @example [
                     *       "Storgata 1"
                     *     ]
                     */
                    lines?: string[];
                    /**
                     * @description Postnummer.
                     * @example 0155
                     */
                    postalCode?: string;
                    /**
                     * @description Poststed.
                     * @example Oslo
                     */
                    city?: string;
                    /**
                     * @description Land, når det ikke er Norge.
                     * @example SE
                     */
                    country?: string;
                };
                /**
                 * @description Telefonnummer.
                 * @example +47 99 99 99 99
                 */
                phone?: string;
                /**
                 * @description Adressebeskyttelse i Folkeregisteret (fortrolig: kode 7, strengt fortrolig: kode 6).
                 * @example ingen
                 * @enum {string}
                 */
                protection?: "ingen" | "fortrolig" | "strengtFortrolig";
            };
            /** @description Den som har henvist. */
            referrer?: {
                /**
                 * @description Nummer i Helsepersonellregisteret.
                 * @example 9144889
                 */
                hpr?: string;
                /**
                 * @description Henviserens navn.
                 * @example Lege Legesen
                 */
                name?: string;
                /** @description Henviserens virksomhet, for eksempel legekontoret. */
                organisation?: {
                    /**
                     * @description System for nummeret: organisasjonsnummer, RESH-id eller HER-id, som URI.
                     * @example urn:oid:2.16.578.1.12.4.1.4.101
                     */
                    system?: string;
                    /**
                     * @description Nummeret.
                     * @example 310000000
                     */
                    value?: string;
                    /**
                     * @description Navn.
                     * @example Utmarka sykehus, barneavdelingen
                     */
                    name?: string;
                };
            };
            /** @description Virksomheten eller enheten i spesialisthelsetjenesten som henvisningen er sendt til. */
            receiver?: {
                /**
                 * @description System for nummeret: organisasjonsnummer, RESH-id eller HER-id, som URI.
                 * @example urn:oid:2.16.578.1.12.4.1.4.101
                 */
                system?: string;
                /**
                 * @description Nummeret.
                 * @example 310000000
                 */
                value?: string;
                /**
                 * @description Navn.
                 * @example Utmarka sykehus, barneavdelingen
                 */
                name?: string;
            };
            /**
             * Format: date
             * @description Dagen henvisningen ble mottatt i spesialisthelsetjenesten. Fristen for vurdering løper fra denne.
             * @example 2026-03-20
             */
            mottattdato: string;
            /**
             * Format: date
             * @description Første mottaksdato i spesialisthelsetjenesten, som følger pasienten ved overføring.
             * @example 2026-03-20
             */
            ansiennitetsdato?: string;
            /**
             * Format: date
             * @description Fristen for vurdering som avsenderen oppgir.
             * @example 2026-04-08
             */
            fristForVurdering?: string;
            /**
             * Format: date
             * @description Den juridiske fristen for når helsehjelpen senest skal starte, når den alt er satt.
             * @example 2026-06-12
             */
            fristForHelsehjelp?: string;
            /**
             * Format: date
             * @description Dagen henvisningen ble vurdert, når det alt er gjort.
             * @example 2026-03-27
             */
            vurdertDato?: string;
            /**
             * @description Hastegrad slik FHIR koder den: rutine, haster, så snart som mulig, øyeblikkelig hjelp.
             * @example routine
             * @enum {string}
             */
            priority?: "routine" | "urgent" | "asap" | "stat";
            /**
             * @description Diagnoser og årsaker til henvisningen. Listen kan være tom.
             * @example [
             *       {
             *         "system": "urn:oid:2.16.578.1.12.4.1.1.7170",
             *         "code": "A04"
             *       }
             *     ]
             */
            reasonCodes: {
                /**
                 * @description Kodeverket, som URI.
                 * @example urn:oid:2.16.578.1.12.4.1.1.7170
                 */
                system: string;
                /**
                 * @description Koden.
                 * @example A04
                 */
                code: string;
                /**
                 * @description Kodens tekst.
                 * @example Slapphet/tretthet
                 */
                display?: string;
            }[];
            /**
             * @description Henvisningsgrunn for voksne: diagnosen er usikker, legen er usikker etter å ha konferert, eller pasienten aksepterer ikke konklusjonen.
             * @example usikker-diagnose
             * @enum {string}
             */
            grounds?: "usikker-diagnose" | "usikker-etter-konferering" | "pasienten-aksepterer-ikke";
            /**
             * @description Tap av funksjon i prosent (0–100).
             * @example 60
             */
            functionLossPercent?: number;
            /**
             * @description Alvorlighetsgrad.
             * @example moderat
             * @enum {string}
             */
            severity?: "mild" | "moderat" | "alvorlig" | "svaert-alvorlig";
            /**
             * @description Undersøkelser som er gjort før henvisning.
             * @example [
             *       "anti-ccp",
             *       "acth",
             *       "pro-bnp"
             *     ]
             */
            testsDone?: string[];
            /**
             * @description Henvisningens fritekst.
             * @example Økende utmattelse etter infeksjon.
             */
            text?: string;
            /**
             * @description Forløpet henvisningen gjelder, når avsenderen vet det.
             * @example langvarig-utmattelse
             */
            definition?: string;
        };
        /**
         * @description Hva som ble av henvisningen.
         * @example {
         *       "outcome": "created",
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "patientId": "0198c0de-7777-7000-8000-000000000007",
         *       "position": 1042,
         *       "reasons": []
         *     }
         */
        IntakeResult: {
            /**
             * @description created: nytt forløp. appended: pasienten har alt et forløp for det samme, og henvisningen står der. same: henvisningen var mottatt før; står det noe i reasons, ligger den fortsatt i karantene. corrected: den var mottatt før med et annet innhold, og det nye er registrert som en retting. quarantined: den kunne ikke godtas, og følges opp fra mottaksdagen.
             * @example created
             * @enum {string}
             */
            outcome: "created" | "appended" | "same" | "corrected" | "quarantined";
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * Format: uuid
             * @description Pasientens id her.
             * @example 0198c0de-7777-7000-8000-000000000007
             */
            patientId: string;
            /**
             * @description Plass i journalen. Den øker for hver hendelse som registreres.
             * @example 1042
             */
            position: number;
            /**
             * @description Hvorfor den er i karantene. Ellers tom.
             * @example []
             */
            reasons: components["schemas"]["IntakeReason"][];
        };
        /** @description Hvorfor en henvisning ikke kunne godtas. */
        IntakeReason: {
            /**
             * @description Stabil kode.
             * @example ugyldig-fodselsnummer
             */
            code: string;
            /**
             * @description Hvor i det som ble sendt.
             * @example Patient.identifier[0].value
             */
            path?: string;
            /**
             * @description Hva som er feil.
             * @example Fødselsnummeret er ikke gyldig: kontrollsifrene stemmer ikke.
             */
            sentence: string;
        };
        /**
         * @description En pasients forløp på en dag.
         * @example {
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "mode": "live",
         *       "organisation": {
         *         "id": "0198c0de-1111-7000-8000-000000000001",
         *         "name": "Utmarka sykehus"
         *       },
         *       "patient": {
         *         "id": "0198c0de-7777-7000-8000-000000000007",
         *         "name": {
         *           "given": "Kari",
         *           "family": "Testesen"
         *         },
         *         "birthDate": "1988-04-15",
         *         "identifier": {
         *           "system": "urn:oid:2.16.578.1.12.4.1.4.1",
         *           "value": "15848800055"
         *         },
         *         "verified": true,
         *         "sex": "kvinne",
         *         "phone": null,
         *         "address": null,
         *         "protection": null,
         *         "erased": false
         *       },
         *       "regime": {
         *         "definition": {
         *           "id": "langvarig-utmattelse",
         *           "version": "2026.1"
         *         },
         *         "calendar": {
         *           "id": "norge",
         *           "version": "2026.1"
         *         },
         *         "parameters": {}
         *       },
         *       "definitionTitle": "Langvarig utmattelse av ukjent årsak",
         *       "asOf": "2026-03-27",
         *       "position": 1042,
         *       "step": {
         *         "id": "mottatt",
         *         "title": "Mottatt",
         *         "since": "2026-03-20",
         *         "owner": "vurderer"
         *       },
         *       "active": true,
         *       "endedOn": null,
         *       "variant": "voksen",
         *       "groups": [
         *         "voksen"
         *       ],
         *       "attributes": {
         *         "alvorlighetsgrad": "moderat"
         *       },
         *       "clocks": [
         *         {
         *           "clock": "FRIST-VURDERING",
         *           "occurrence": 1,
         *           "key": "FRIST-VURDERING#1",
         *           "kind": "legal",
         *           "ruleStatus": "in-force",
         *           "owner": "vurderer",
         *           "startOn": "2026-03-20",
         *           "warnOn": "2026-03-31",
         *           "atRiskFrom": null,
         *           "dueOn": "2026-04-08",
         *           "metOn": "2026-03-27",
         *           "endedOn": null,
         *           "endedAs": null,
         *           "passedByPatient": false,
         *           "lapses": false,
         *           "bookedOn": null,
         *           "foreseenOn": null,
         *           "delayCause": null,
         *           "version": "2026.1",
         *           "facts": {
         *             "start": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *             "met": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
         *           },
         *           "status": "met",
         *           "title": "Vurdering av henvisningen"
         *         }
         *       ],
         *       "nextSteps": [
         *         {
         *           "rule": "FRIST-SVAR",
         *           "clockKey": "FRIST-SVAR#1",
         *           "owner": "mottak",
         *           "dueOn": "2026-04-08",
         *           "status": "running"
         *         }
         *       ],
         *       "alarms": [],
         *       "findings": [],
         *       "requirements": [
         *         {
         *           "id": "HENVISNING-PROVER",
         *           "has": [
         *             "anti-ccp",
         *             "acth",
         *             "pro-bnp"
         *           ],
         *           "missing": [],
         *           "optionalMissing": []
         *         }
         *       ],
         *       "plans": [],
         *       "countables": {},
         *       "obligations": [],
         *       "commands": [
         *         {
         *           "command": "vurder-rett",
         *           "allowed": true,
         *           "refusal": null,
         *           "warnings": []
         *         }
         *       ],
         *       "timeline": [
         *         {
         *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *           "position": 1042,
         *           "seq": 2,
         *           "kind": "fact",
         *           "type": "henvisningMottatt",
         *           "occurredOn": "2026-03-20",
         *           "recordedAt": "2026-03-20T09:15:00.000Z",
         *           "data": {},
         *           "corrects": null,
         *           "retracts": null,
         *           "actor": "integration:henvisningsmottak",
         *           "title": "Henvisningen er mottatt",
         *           "text": "Økende utmattelse etter infeksjon.",
         *           "supersededBy": null
         *         }
         *       ],
         *       "fastlege": {
         *         "status": "har-fastlege",
         *         "since": "2024-01-01",
         *         "doctors": [
         *           {
         *             "name": "Rolig Mønster",
         *             "hprNumber": "9100004",
         *             "role": "fastlege"
         *           }
         *         ],
         *         "office": {
         *           "name": "Prøvelia legesenter",
         *           "orgNumber": "310001007"
         *         },
         *         "herId": "8200004",
         *         "asOf": "2026-03-27T05:12:00.000Z",
         *         "source": "fastlegeregisteret"
         *       },
         *       "quarantine": null
         *     }
         */
        Pathway: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * @description live: forløpet følges og minner om frister. paused: det står på vent. historical: importert historie som aldri minner noen.
             * @example live
             * @enum {string}
             */
            mode: "live" | "paused" | "historical";
            organisation: components["schemas"]["OrganisationRef"];
            patient: components["schemas"]["Patient"];
            regime: components["schemas"]["Regime"];
            /**
             * @description Forløpets tittel.
             * @example Langvarig utmattelse av ukjent årsak
             */
            definitionTitle: string;
            /**
             * Format: date
             * @description Dagen alt gjelder for.
             * @example 2026-03-27
             */
            asOf: string;
            /**
             * @description Plassen til den siste hendelsen. Send den som expectedPosition når du gir en kommando.
             * @example 1042
             */
            position: number;
            /** @description Steget pasienten er i. */
            step: {
                /**
                 * @description Stegets id.
                 * @example vurdering
                 */
                id: string;
                /**
                 * @description Tittel.
                 * @example Til vurdering
                 */
                title: string;
                /**
                 * Format: date
                 * @description Siden.
                 * @example 2026-03-20
                 */
                since: string;
                /**
                 * @description Rollen pasienten venter på.
                 * @example inntaksteam
                 */
                owner: string | null;
            };
            /**
             * @description Forløpet er i gang.
             * @example true
             */
            active: boolean;
            endedOn: string | null;
            /**
             * @description Varianten som vises i lister.
             * @example voksen
             */
            variant: string | null;
            /**
             * @description Gruppene pasienten hører til.
             * @example [
             *       "voksen"
             *     ]
             */
            groups: string[];
            /**
             * @description Verdier som hendelsene har satt.
             * @example {
             *       "alvorlighetsgrad": "moderat"
             *     }
             */
            attributes: {
                [key: string]: string | number | boolean;
            };
            clocks: components["schemas"]["Clock"][];
            nextSteps: components["schemas"]["NextStep"][];
            alarms: components["schemas"]["Alarm"][];
            findings: components["schemas"]["Finding"][];
            requirements: components["schemas"]["RequirementState"][];
            /**
             * @description Planer som gjelder for pasienten.
             * @example []
             */
            plans: string[];
            /**
             * @description Tjenester som telles for takst.
             * @example {}
             */
            countables: {
                [key: string]: number;
            };
            obligations: components["schemas"]["Obligation"][];
            commands: components["schemas"]["CommandState"][];
            /** @description Alle hendelser som var kjent, den eldste først. */
            timeline: components["schemas"]["TimelineEntry"][];
            /** @description Null når registeret ikke er spurt, når den som ser ikke skal vite hvor pasienten bor, og når det spørres om en annen dag enn i dag. */
            fastlege: components["schemas"]["Fastlege"] | null;
            quarantine: {
                /**
                 * Format: date
                 * @description Mottatt.
                 * @example 2026-03-20
                 */
                receivedOn: string;
                /**
                 * @description Hvem som skal rydde opp.
                 * @example inntaksteam
                 */
                owner: string;
                reasons: components["schemas"]["IntakeReason"][];
                releasedAt: string | null;
            } | null;
        };
        /** @description Virksomheten som har ansvar for forløpet. */
        OrganisationRef: {
            /**
             * Format: uuid
             * @description Virksomhetens id.
             * @example 0198c0de-1111-7000-8000-000000000001
             */
            id: string;
            /**
             * @description Navn.
             * @example Utmarka sykehus
             */
            name: string;
        };
        /** @description Pasienten. */
        Patient: {
            /**
             * Format: uuid
             * @description Pasientens id her. Den sier ikke hvem pasienten er.
             * @example 0198c0de-7777-7000-8000-000000000007
             */
            id: string;
            name: components["schemas"]["PersonName"] | null;
            birthDate: string | null;
            /** @description Fødselsnummer, D-nummer eller et annet nummer. */
            identifier: {
                system: string;
                value: string;
            } | null;
            /**
             * @description Om identiteten er bekreftet med et gyldig nummer.
             * @example true
             */
            verified: boolean;
            /**
             * @description Kjønn slik avsenderen oppga det.
             * @example kvinne
             */
            sex: string | null;
            phone: string | null;
            address: {
                lines?: string[];
                postalCode?: string;
                city?: string;
                country?: string;
            } | null;
            /**
             * @description Adressebeskyttelse.
             * @example ingen
             */
            protection: string | null;
            /**
             * @description Personopplysningene er slettet.
             * @example false
             */
            erased: boolean;
        };
        /** @description Navn. */
        PersonName: {
            /**
             * @description For- og mellomnavn.
             * @example Kari
             */
            given: string;
            /**
             * @description Etternavn.
             * @example Testesen
             */
            family: string;
        };
        /** @description Reglene forløpet følger. */
        Regime: {
            /** @description Forløpets definisjon. */
            definition: components["schemas"]["VersionRef"];
            /** @description Kalenderen som virkedager telles etter. */
            calendar: components["schemas"]["VersionRef"];
            /**
             * @description Valg som ble gjort da forløpet begynte.
             * @example {}
             */
            parameters: {
                [key: string]: string | number | boolean;
            };
        };
        /** @description En definisjon eller kalender i en bestemt versjon. */
        VersionRef: {
            /**
             * @description Id.
             * @example langvarig-utmattelse
             */
            id: string;
            /**
             * @description Versjon.
             * @example 2026.1
             */
            version: string;
        };
        /** @description En frist med datoer og status på dagen det er spurt om. */
        Clock: {
            /**
             * @description Regelens id.
             * @example FRIST-VURDERING
             */
            clock: string;
            /**
             * @description Løpenummer, fra 1.
             * @example 1
             */
            occurrence: number;
            /**
             * @description Fristens nøkkel i forløpet: regel-id og løpenummer.
             * @example FRIST-VURDERING#1
             */
            key: string;
            /**
             * @description legal: rett etter loven. pathway: forløpstid. guiding: veiledende. statistic: telles bare.
             * @example legal
             * @enum {string}
             */
            kind: "legal" | "pathway" | "guiding" | "statistic";
            /**
             * @description in-force: gjeldende. draft: høringsutkast. proposed: forslag. local: lokalt valgt.
             * @example in-force
             * @enum {string}
             */
            ruleStatus: "in-force" | "draft" | "proposed" | "local";
            /**
             * @description Rollen som må handle.
             * @example inntaksteam
             */
            owner: string;
            /**
             * Format: date
             * @description Dagen den begynte.
             * @example 2026-03-20
             */
            startOn: string;
            warnOn: string | null;
            atRiskFrom: string | null;
            dueOn: string | null;
            metOn: string | null;
            endedOn: string | null;
            /**
             * @description Hvorfor den ble avsluttet.
             * @example pasientDod
             */
            endedAs: string | null;
            /**
             * @description Passerer den, skyldes det pasientens ønske eller fravær etter et tilbud i tide.
             * @example false
             */
            passedByPatient: boolean;
            /**
             * @description En rett som faller bort ubrukt, og ikke kan brytes.
             * @example false
             */
            lapses: boolean;
            bookedOn: string | null;
            foreseenOn: string | null;
            /**
             * @description Kode 8446 for siste utsettelse.
             * @example 1
             */
            delayCause: string | null;
            /**
             * @description Versjonen av definisjonen som ga datoene.
             * @example 2026.1
             */
            version: string;
            /**
             * @description Hendelsene som datoene bygger på.
             * @example {
             *       "start": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12"
             *     }
             */
            facts: {
                start: string;
                due?: string;
                met?: string;
                ended?: string;
                booking?: string;
                postponement?: string;
            };
            /**
             * @description not-started: begynner senere. running: løper. warned: nærmer seg. at-risk: i fare. broken: brutt. met: holdt. met-late: oppfylt for sent. passed-by-patient: passert etter pasientens ønske eller fravær. closed: avsluttet uten å være oppfylt.
             * @example running
             * @enum {string}
             */
            status: "not-started" | "running" | "warned" | "at-risk" | "broken" | "met" | "met-late" | "passed-by-patient" | "closed";
            /**
             * @description Fristens tittel.
             * @example Vurdering av henvisningen
             */
            title: string;
        };
        /** @description Hvem som må gjøre hva, og innen når. */
        NextStep: {
            /**
             * @description Regelens id.
             * @example FRIST-VURDERING
             */
            rule: string;
            /**
             * @description Fristens nøkkel i forløpet: regel-id og løpenummer.
             * @example FRIST-VURDERING#1
             */
            clockKey: string;
            /**
             * @description Rollen som må handle.
             * @example inntaksteam
             */
            owner: string;
            /**
             * Format: date
             * @description Innen denne dagen.
             * @example 2026-04-08
             */
            dueOn: string;
            /**
             * @description not-started: begynner senere. running: løper. warned: nærmer seg. at-risk: i fare. broken: brutt. met: holdt. met-late: oppfylt for sent. passed-by-patient: passert etter pasientens ønske eller fravær. closed: avsluttet uten å være oppfylt.
             * @example running
             * @enum {string}
             */
            status: "not-started" | "running" | "warned" | "at-risk" | "broken" | "met" | "met-late" | "passed-by-patient" | "closed";
        };
        /** @description Noe er galt med selve forløpet. */
        Alarm: {
            /**
             * @description Pasienten har ikke noe neste steg.
             * @enum {string}
             */
            code: "no-next-step";
            /**
             * Format: date
             * @description Fra denne dagen.
             * @example 2026-04-08
             */
            from: string;
        };
        /** @description En hendelse som ikke passer. Den er beholdt, og noen må se på den. */
        Finding: {
            /**
             * @description Avvikets kode.
             * @example unexpected-in-step
             */
            code: string;
            /**
             * Format: uuid
             * @description Hendelsens id.
             * @example 0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12
             */
            fact: string;
            /**
             * Format: date
             * @description Dagen hendelsen er datert.
             * @example 2026-03-27
             */
            occurredOn: string;
            /**
             * @description Regelen det gjelder.
             * @example FRIST-VURDERING
             */
            rule: string | null;
            /**
             * @description Mer om avviket, med maskinkoder.
             * @example {
             *       "step": "utredning"
             *     }
             */
            detail: {
                [key: string]: string | string[];
            };
        };
        /** @description Hva et krav har og mangler. */
        RequirementState: {
            /**
             * @description Kravets id.
             * @example HENVISNING-PROVER
             */
            id: string;
            /**
             * @description Det som finnes.
             * @example [
             *       "anti-ccp"
             *     ]
             */
            has: string[];
            /**
             * @description Det som mangler. I hver liste er én av kodene nok.
             * @example [
             *       [
             *         "acth"
             *       ],
             *       [
             *         "pro-bnp"
             *       ]
             *     ]
             */
            missing: string[][];
            /**
             * @description Det som gjerne skulle vært med.
             * @example []
             */
            optionalMissing: string[];
        };
        /** @description Noe systemet må følge opp. */
        Obligation: {
            /**
             * @description Oppgavens nøkkel i forløpet.
             * @example PAMINN-VURDERING#1
             */
            key: string;
            /**
             * @description Slag.
             * @example remind
             */
            kind: string;
            /**
             * @description Regelens id.
             * @example PAMINN-VURDERING
             */
            duty: string;
            /**
             * @description Tittel.
             * @example Minn inntaksteamet om vurderingen
             */
            title: string;
            /**
             * @description Fristen den gjelder.
             * @example FRIST-VURDERING#1
             */
            clockKey: string;
            /**
             * @description Rollen som blir spurt.
             * @example inntaksteam
             */
            to: string;
            /**
             * Format: date
             * @description Fra denne dagen.
             * @example 2026-03-31
             */
            opensOn: string;
            closesOn: string | null;
            /** @example true */
            open: boolean;
            askOn: string[];
            /**
             * @description Ingenting sendes før en navngitt person bekrefter.
             * @example false
             */
            needsConfirmation: boolean;
            confirmedBy: string | null;
            /** @description Det som er sendt, det eldste først. */
            told: {
                /**
                 * Format: date-time
                 * @description Når.
                 * @example 2026-03-20T09:15:00.000Z
                 */
                at: string;
                /**
                 * @description ask: spurt. escalate: løftet til koordinator. withdraw: trukket tilbake.
                 * @example ask
                 */
                purpose: string;
                /**
                 * @description sent, failed eller suppressed.
                 * @example sent
                 */
                status: string;
                code: string | null;
                messageId: string | null;
            }[];
        };
        /** @description Om en kommando kan gis nå. */
        CommandState: {
            /**
             * @description Kommandoens id.
             * @example vurder
             */
            command: string;
            /**
             * @description Om den kan gis nå.
             * @example true
             */
            allowed: boolean;
            /** @description Hvorfor den ikke kan gis. */
            refusal: components["schemas"]["Refusal"] | null;
            /** @description Det den advarer om. Da trengs en begrunnelse. */
            warnings: components["schemas"]["Refusal"][];
        };
        /** @description Hvorfor noe ikke kan gjøres, eller hva det advares om. */
        Refusal: {
            /**
             * @description Stabil kode.
             * @example step-does-not-allow
             */
            code: string;
            sentence: components["schemas"]["Text"];
        };
        /** @description Tekst på bokmål, og på engelsk der det finnes. */
        Text: {
            /**
             * @description Bokmål.
             * @example Henvisningen er vurdert
             */
            nb: string;
            /** @description Engelsk, der det finnes. */
            en?: string;
        };
        /** @description En hendelse slik den vises. */
        TimelineEntry: {
            /**
             * Format: uuid
             * @description Hendelsens id.
             * @example 0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12
             */
            id: string;
            /**
             * @description Plass i journalen. Den øker for hver hendelse som registreres.
             * @example 1042
             */
            position: number;
            /**
             * @description Nummer i forløpet, fra 1.
             * @example 4
             */
            seq: number;
            /**
             * @description fact: noe som hendte. decision: et valg en person tok. observation: noe systemet selv så eller gjorde.
             * @example decision
             * @enum {string}
             */
            kind: "fact" | "decision" | "observation";
            /**
             * @description Hendelsestype.
             * @example vurdert
             */
            type: string;
            /**
             * Format: date
             * @description Dagen det hendte.
             * @example 2026-03-27
             */
            occurredOn: string;
            /**
             * Format: date-time
             * @description Da det ble registrert.
             * @example 2026-03-20T09:15:00.000Z
             */
            recordedAt: string;
            /**
             * @description Hendelsens felt. Hvilke som finnes, står i forløpets definisjon. Fritekst hører ikke hjemme her.
             * @example {
             *       "utfall": "rett"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /** @description Hendelsen som denne retter. */
            corrects: string | null;
            /** @description Hendelsen som denne sier aldri hendte. */
            retracts: string | null;
            /**
             * @description Hvem som registrerte, som slag og id.
             * @example person:utvikler
             */
            actor: string;
            /**
             * @description Hva som hendte.
             * @example Henvisningen er mottatt
             */
            title: string;
            /** @description Fritekst: begrunnelse eller notat. */
            text: string | null;
            /** @description Hendelsen som rettet denne, eller sa at den aldri hendte. */
            supersededBy: string | null;
        };
        /** @description Pasientens fastlege etter det siste svaret fra Fastlegeregisteret. */
        Fastlege: {
            /**
             * @description Om pasienten har fastlege. fellesliste: flere leger deler listen.
             * @example har-fastlege
             * @enum {string}
             */
            status: "har-fastlege" | "ingen" | "fellesliste";
            since: string | null;
            /** @description Legene på listen. */
            doctors: {
                /** @example Rolig Mønster */
                name: string | null;
                /**
                 * @description HPR-nummer.
                 * @example 9100004
                 */
                hprNumber: string;
                /**
                 * @example fastlege
                 * @enum {string}
                 */
                role: "fastlege" | "vikar";
            }[];
            /** @description Legekontoret. */
            office: {
                name: string | null;
                orgNumber: string | null;
            } | null;
            /**
             * @description HER-id for meldinger til fastlegen.
             * @example 8200004
             */
            herId: string | null;
            /**
             * Format: date-time
             * @description Når registeret svarte.
             * @example 2026-03-20T09:15:00.000Z
             */
            asOf: string;
            /**
             * @description Registeret som sa det.
             * @example fastlegeregisteret
             * @enum {string}
             */
            source: "persontjenesten" | "fastlegeregisteret" | "adresseregisteret";
        };
        /**
         * @description Tidslinjen, den eldste hendelsen først.
         * @example {
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "asOf": "2026-03-27",
         *       "position": 1042,
         *       "total": 1,
         *       "entries": [
         *         {
         *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *           "position": 1042,
         *           "seq": 2,
         *           "kind": "fact",
         *           "type": "henvisningMottatt",
         *           "occurredOn": "2026-03-20",
         *           "recordedAt": "2026-03-20T09:15:00.000Z",
         *           "data": {},
         *           "corrects": null,
         *           "retracts": null,
         *           "actor": "integration:henvisningsmottak",
         *           "title": "Henvisningen er mottatt",
         *           "text": "Økende utmattelse etter infeksjon.",
         *           "supersededBy": null
         *         }
         *       ]
         *     }
         */
        Timeline: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * Format: date
             * @description Dagen det gjelder for.
             * @example 2026-03-27
             */
            asOf: string;
            /**
             * @description Plass i journalen. Den øker for hver hendelse som registreres.
             * @example 1042
             */
            position: number;
            /**
             * @description Antall hendelser. Alle er med.
             * @example 4
             */
            total: number;
            entries: components["schemas"]["TimelineEntry"][];
        };
        /**
         * @description Hvorfor en frist er som den er: regel, verdi, kilde, versjoner og hendelser.
         * @example {
         *       "clockKey": "FRIST-VURDERING#1",
         *       "rule": {
         *         "id": "FRIST-VURDERING",
         *         "title": "Vurdering av henvisningen",
         *         "status": "in-force",
         *         "kind": "legal"
         *       },
         *       "value": {
         *         "value": 10,
         *         "unit": "virkedag"
         *       },
         *       "sources": [
         *         {
         *           "source": "pbrl",
         *           "title": "Lov om pasient- og brukerrettigheter",
         *           "locator": "§ 2-2"
         *         }
         *       ],
         *       "versions": {
         *         "definition": "langvarig-utmattelse 2026.1",
         *         "calendar": "norge 2026.1",
         *         "kernel": "1"
         *       },
         *       "status": "met",
         *       "row": {
         *         "clock": "FRIST-VURDERING",
         *         "occurrence": 1,
         *         "key": "FRIST-VURDERING#1",
         *         "kind": "legal",
         *         "ruleStatus": "in-force",
         *         "owner": "vurderer",
         *         "startOn": "2026-03-20",
         *         "warnOn": "2026-03-31",
         *         "atRiskFrom": null,
         *         "dueOn": "2026-04-08",
         *         "metOn": "2026-03-27",
         *         "endedOn": null,
         *         "endedAs": null,
         *         "passedByPatient": false,
         *         "lapses": false,
         *         "bookedOn": null,
         *         "foreseenOn": null,
         *         "delayCause": null,
         *         "version": "2026.1",
         *         "facts": {
         *           "start": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *           "met": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
         *         }
         *       },
         *       "events": [
         *         {
         *           "part": "start",
         *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *           "type": "henvisningMottatt",
         *           "occurredOn": "2026-03-20",
         *           "recordedAt": "2026-03-20T09:15:00.000Z",
         *           "correctedBy": []
         *         }
         *       ],
         *       "skipped": [
         *         {
         *           "date": "2026-04-02",
         *           "reasons": [
         *             {
         *               "kind": "holiday",
         *               "name": "Skjærtorsdag"
         *             }
         *           ]
         *         }
         *       ],
         *       "shown": [
         *         {
         *           "status": "met",
         *           "from": "2026-03-27",
         *           "to": null,
         *           "dueOn": "2026-04-08",
         *           "knownAt": 1043
         *         }
         *       ],
         *       "sentences": [
         *         "Siste dag er onsdag 8. april 2026: 10 virkedager etter at den begynte.",
         *         "Den ble holdt."
         *       ]
         *     }
         */
        Explanation: {
            /**
             * @description Fristens nøkkel i forløpet: regel-id og løpenummer.
             * @example FRIST-VURDERING#1
             */
            clockKey: string;
            rule: {
                /**
                 * @description Regelens id.
                 * @example FRIST-VURDERING
                 */
                id: string;
                /**
                 * @description Tittel.
                 * @example Vurdering av henvisningen
                 */
                title: string;
                /**
                 * @description in-force: gjeldende. draft: høringsutkast. proposed: forslag. local: lokalt valgt.
                 * @example in-force
                 * @enum {string}
                 */
                status: "in-force" | "draft" | "proposed" | "local";
                /**
                 * @description legal: rett etter loven. pathway: forløpstid. guiding: veiledende. statistic: telles bare.
                 * @example legal
                 * @enum {string}
                 */
                kind: "legal" | "pathway" | "guiding" | "statistic";
            };
            /** @description Lengden. Uten verdi: en person satte datoen, eller det er ingen grense. */
            value: components["schemas"]["Span"] | null;
            /** @description Kildene som gjaldt da fristen begynte. */
            sources: components["schemas"]["Citation"][];
            /**
             * @description Versjonene som ble brukt.
             * @example {
             *       "definition": "langvarig-utmattelse 2026.1",
             *       "calendar": "norge 2026.1",
             *       "kernel": "1"
             *     }
             */
            versions: {
                definition: string;
                calendar: string;
                kernel: string;
            };
            /**
             * @description not-started: begynner senere. running: løper. warned: nærmer seg. at-risk: i fare. broken: brutt. met: holdt. met-late: oppfylt for sent. passed-by-patient: passert etter pasientens ønske eller fravær. closed: avsluttet uten å være oppfylt.
             * @example running
             * @enum {string}
             */
            status: "not-started" | "running" | "warned" | "at-risk" | "broken" | "met" | "met-late" | "passed-by-patient" | "closed";
            row: components["schemas"]["ClockRow"];
            events: components["schemas"]["UsedEvent"][];
            /** @description Dager som ikke er talt med, når det telles i virkedager. */
            skipped: components["schemas"]["SkippedDay"][];
            shown: components["schemas"]["ShownInterval"][];
            /**
             * @description Det hele i klart språk, én setning om gangen.
             * @example [
             *       "Siste dag er onsdag 8. april 2026: 10 virkedager etter at den begynte."
             *     ]
             */
            sentences: string[];
        };
        /** @description En lengde. Virkedager telles etter kalenderen, resten er kalendertid. */
        Span: {
            /** @example 10 */
            value: number;
            /**
             * @example virkedag
             * @enum {string}
             */
            unit: "virkedag" | "dag" | "uke" | "maned" | "ar";
        };
        /** @description Hvor en regel kommer fra. */
        Citation: {
            /**
             * @description Kildens id i definisjonen.
             * @example pbrl
             */
            source: string;
            /**
             * @description Kildens tittel.
             * @example Lov om pasient- og brukerrettigheter
             */
            title: string;
            /**
             * @description Kapittel eller paragraf.
             * @example § 2-2
             */
            locator?: string;
            validFrom?: string;
            validTo?: string;
            /** @description Sitat, eller hvordan kilden er lest. */
            note?: string;
        };
        /**
         * @description En frist som datoer.
         * @example {
         *       "clock": "FRIST-VURDERING",
         *       "occurrence": 1,
         *       "key": "FRIST-VURDERING#1",
         *       "kind": "legal",
         *       "ruleStatus": "in-force",
         *       "owner": "vurderer",
         *       "startOn": "2026-03-20",
         *       "warnOn": "2026-03-31",
         *       "atRiskFrom": null,
         *       "dueOn": "2026-04-08",
         *       "metOn": "2026-03-27",
         *       "endedOn": null,
         *       "endedAs": null,
         *       "passedByPatient": false,
         *       "lapses": false,
         *       "bookedOn": null,
         *       "foreseenOn": null,
         *       "delayCause": null,
         *       "version": "2026.1",
         *       "facts": {
         *         "start": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *         "met": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
         *       }
         *     }
         */
        ClockRow: {
            /**
             * @description Regelens id.
             * @example FRIST-VURDERING
             */
            clock: string;
            /**
             * @description Løpenummer, fra 1.
             * @example 1
             */
            occurrence: number;
            /**
             * @description Fristens nøkkel i forløpet: regel-id og løpenummer.
             * @example FRIST-VURDERING#1
             */
            key: string;
            /**
             * @description legal: rett etter loven. pathway: forløpstid. guiding: veiledende. statistic: telles bare.
             * @example legal
             * @enum {string}
             */
            kind: "legal" | "pathway" | "guiding" | "statistic";
            /**
             * @description in-force: gjeldende. draft: høringsutkast. proposed: forslag. local: lokalt valgt.
             * @example in-force
             * @enum {string}
             */
            ruleStatus: "in-force" | "draft" | "proposed" | "local";
            /**
             * @description Rollen som må handle.
             * @example inntaksteam
             */
            owner: string;
            /**
             * Format: date
             * @description Dagen den begynte.
             * @example 2026-03-20
             */
            startOn: string;
            warnOn: string | null;
            atRiskFrom: string | null;
            dueOn: string | null;
            metOn: string | null;
            endedOn: string | null;
            /**
             * @description Hvorfor den ble avsluttet.
             * @example pasientDod
             */
            endedAs: string | null;
            /**
             * @description Passerer den, skyldes det pasientens ønske eller fravær etter et tilbud i tide.
             * @example false
             */
            passedByPatient: boolean;
            /**
             * @description En rett som faller bort ubrukt, og ikke kan brytes.
             * @example false
             */
            lapses: boolean;
            bookedOn: string | null;
            foreseenOn: string | null;
            /**
             * @description Kode 8446 for siste utsettelse.
             * @example 1
             */
            delayCause: string | null;
            /**
             * @description Versjonen av definisjonen som ga datoene.
             * @example 2026.1
             */
            version: string;
            /**
             * @description Hendelsene som datoene bygger på.
             * @example {
             *       "start": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12"
             *     }
             */
            facts: {
                start: string;
                due?: string;
                met?: string;
                ended?: string;
                booking?: string;
                postponement?: string;
            };
        };
        /** @description En hendelse som fristen bygger på. */
        UsedEvent: {
            /**
             * @description Hva hendelsen bestemte.
             * @example start
             * @enum {string}
             */
            part: "start" | "due" | "met" | "ended" | "booking" | "postponement";
            /**
             * @description Hendelsens id, eller fødselsdagen som den bygger på.
             * @example 0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12
             */
            id: string;
            /**
             * @description Hendelsestype.
             * @example henvisningMottatt
             */
            type: string;
            /**
             * Format: date
             * @description Dagen det hendte.
             * @example 2026-03-20
             */
            occurredOn: string;
            recordedAt: string | null;
            /**
             * @description Rettelser av hendelsen, den første først.
             * @example []
             */
            correctedBy: string[];
        };
        /** @description En dag som ikke er talt med. */
        SkippedDay: {
            /**
             * Format: date
             * @description Dagen.
             * @example 2026-04-02
             */
            date: string;
            reasons: {
                /** @enum {string} */
                kind: "weekday" | "holiday" | "closed";
                /**
                 * @description Hvorfor.
                 * @example Skjærtorsdag
                 */
                name: string;
            }[];
        };
        /** @description Hva listene viste da, med det som var registrert da. */
        ShownInterval: {
            /**
             * @description not-started: begynner senere. running: løper. warned: nærmer seg. at-risk: i fare. broken: brutt. met: holdt. met-late: oppfylt for sent. passed-by-patient: passert etter pasientens ønske eller fravær. closed: avsluttet uten å være oppfylt.
             * @example running
             * @enum {string}
             */
            status: "not-started" | "running" | "warned" | "at-risk" | "broken" | "met" | "met-late" | "passed-by-patient" | "closed";
            /**
             * Format: date
             * @description Fra og med.
             * @example 2026-03-20
             */
            from: string;
            to: string | null;
            dueOn: string | null;
            /**
             * @description Plass i journalen. Den øker for hver hendelse som registreres.
             * @example 1042
             */
            knownAt: number;
        };
        /**
         * @description Alle kommandoer i forløpets definisjon.
         * @example {
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "asOf": "2026-03-27",
         *       "position": 1042,
         *       "commands": [
         *         {
         *           "command": "vurder-rett",
         *           "allowed": true,
         *           "refusal": null,
         *           "warnings": [],
         *           "title": {
         *             "nb": "Vurder: rett til helsehjelp"
         *           },
         *           "records": "vurdert",
         *           "fields": {},
         *           "text": "optional",
         *           "roles": [
         *             "vurderer"
         *           ]
         *         }
         *       ]
         *     }
         */
        Commands: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * Format: date
             * @description Dagen det gjelder for.
             * @example 2026-03-27
             */
            asOf: string;
            /**
             * @description Plass i journalen. Den øker for hver hendelse som registreres.
             * @example 1042
             */
            position: number;
            commands: components["schemas"]["Command"][];
        };
        /** @description En kommando, om den kan gis nå, og hva den trenger. */
        Command: {
            /**
             * @description Kommandoens id.
             * @example vurder
             */
            command: string;
            /**
             * @description Om den kan gis nå.
             * @example true
             */
            allowed: boolean;
            /** @description Hvorfor den ikke kan gis. */
            refusal: components["schemas"]["Refusal"] | null;
            /** @description Det den advarer om. Da trengs en begrunnelse. */
            warnings: components["schemas"]["Refusal"][];
            title: components["schemas"]["Text"];
            /**
             * @description Hendelsen den registrerer.
             * @example vurdert
             */
            records: string;
            /**
             * @description Feltene i data. De som kommandoen setter selv, er ikke med.
             * @example {}
             */
            fields: {
                [key: string]: components["schemas"]["Field"];
            };
            /**
             * @description Om en begrunnelse kan eller må være med.
             * @example optional
             * @enum {string}
             */
            text: "none" | "optional" | "required";
            /**
             * @description Rollene som vanligvis gir den.
             * @example []
             */
            roles: string[];
        };
        /** @description Et felt i kommandoens data. */
        Field: {
            title: components["schemas"]["Text"];
            /**
             * @example code
             * @enum {string}
             */
            type: "date" | "code" | "codes" | "number" | "boolean" | "id";
            required?: boolean;
            codes?: {
                [key: string]: components["schemas"]["Text"];
            };
            min?: number;
            max?: number;
            mayBeFuture?: boolean;
        };
        /**
         * @description En kommando.
         * @example {
         *       "occurredOn": "2026-03-27",
         *       "data": {
         *         "svarkode": "2"
         *       },
         *       "expectedPosition": 1042
         *     }
         */
        CommandRequest: {
            /**
             * Format: date
             * @description Dagen det hendte. Ikke etter i dag.
             * @example 2026-03-27
             */
            occurredOn: string;
            /**
             * @description Hendelsens felt. Hvilke som finnes, står i forløpets definisjon. Fritekst hører ikke hjemme her.
             * @example {
             *       "utfall": "rett"
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
            /**
             * @description Begrunnelse eller notat. Den forsegles, og havner aldri i data.
             * @example Drøftet i inntaksmøtet.
             */
            text?: string;
            /**
             * @description Plassen til den siste hendelsen du har sett. Har andre registrert noe siden, blir ingenting gjort, og svaret er 409 med det som er nytt.
             * @example 1042
             */
            expectedPosition?: number;
        };
        /**
         * @description Kommandoen er utført.
         * @example {
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "position": 1043,
         *       "eventIds": [
         *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
         *       ],
         *       "warnings": []
         *     }
         */
        CommandAnswer: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * @description Plassen til forløpets siste hendelse nå.
             * @example 1042
             */
            position: number;
            /** @description Hendelsene som ble registrert. Tom når de var kjent fra før. */
            eventIds: string[];
            /**
             * @description Det kommandoen advarte om, og som begrunnelsen gjelder.
             * @example []
             */
            warnings: components["schemas"]["Refusal"][];
        };
        /**
         * @description Hendelser som skal registreres.
         * @example {
         *       "facts": [
         *         {
         *           "type": "svarSendt",
         *           "occurredOn": "2026-03-27",
         *           "data": {
         *             "til": "pasient"
         *           }
         *         }
         *       ]
         *     }
         */
        FactsRequest: {
            /** @description Hendelsene. Alle blir registrert, eller ingen. */
            facts: components["schemas"]["Fact"][];
        };
        /** @description Noe som har hendt. */
        Fact: {
            /**
             * Format: uuid
             * @description Avsenderens egen id, når samme hendelse kan bli sendt flere ganger. En kjent id registreres ikke på nytt.
             * @example 0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12
             */
            id?: string;
            /**
             * @description Hendelsestype i forløpets definisjon.
             * @example svarSendt
             */
            type: string;
            /**
             * Format: date
             * @description Dagen det hendte. Ikke etter i dag.
             * @example 2026-03-27
             */
            occurredOn: string;
            /**
             * @description Hendelsens felt. Hvilke som finnes, står i forløpets definisjon. Fritekst hører ikke hjemme her.
             * @example {
             *       "utfall": "rett"
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
            /**
             * @description Begrunnelse eller notat. Den forsegles, og havner aldri i data.
             * @example Drøftet i inntaksmøtet.
             */
            text?: string;
        };
        /**
         * @description Det som ble registrert.
         * @example {
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "position": 1043,
         *       "eventIds": [
         *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
         *       ]
         *     }
         */
        Recorded: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * @description Plassen til forløpets siste hendelse nå.
             * @example 1042
             */
            position: number;
            /** @description Hendelsene som ble registrert. Tom når de var kjent fra før. */
            eventIds: string[];
        };
        /**
         * @description Flytting til andre regler. Frister som er holdt, brutt eller meddelt, beholder datoene sine.
         * @example {
         *       "definition": {
         *         "id": "langvarig-utmattelse",
         *         "version": "2026.2"
         *       },
         *       "reason": "Ny versjon er vedtatt.",
         *       "on": "2026-03-27"
         *     }
         */
        MoveRequest: {
            /** @description Ny definisjon eller versjon. */
            definition?: {
                /**
                 * @description Id.
                 * @example langvarig-utmattelse
                 */
                id: string;
                /**
                 * @description Versjon.
                 * @example 2026.1
                 */
                version: string;
            };
            /** @description Ny kalender. */
            calendar?: {
                /**
                 * @description Id.
                 * @example langvarig-utmattelse
                 */
                id: string;
                /**
                 * @description Versjon.
                 * @example 2026.1
                 */
                version: string;
            };
            /** @description Nye valg. */
            parameters?: {
                [key: string]: string | number | boolean;
            };
            /**
             * @description Begrunnelse. Den forsegles.
             * @example Registrert på feil dag.
             */
            reason: string;
            /**
             * Format: date
             * @description Dagen flyttingen gjelder fra.
             * @example 2026-03-27
             */
            on: string;
        };
        /**
         * @description Ny modus. Ingenting som er passert, blir sendt når et forløp settes i gang.
         * @example {
         *       "mode": "paused",
         *       "reason": "Pasienten er i utlandet etter eget ønske."
         *     }
         */
        ModeRequest: {
            /**
             * @description live: forløpet følges og minner om frister. paused: det står på vent. historical: importert historie som aldri minner noen.
             * @example live
             * @enum {string}
             */
            mode: "live" | "paused" | "historical";
            /**
             * @description Begrunnelse. Den forsegles.
             * @example Registrert på feil dag.
             */
            reason: string;
        };
        /**
         * @description Hvem som får rollen for denne pasienten.
         * @example {
         *       "person": "koordinator-17",
         *       "occurredOn": "2026-03-27"
         *     }
         */
        OwnerRequest: {
            /**
             * @description Id-en til personen i virksomhetens egen brukerkatalog.
             * @example koordinator-17
             */
            person: string;
            /**
             * Format: date
             * @description Dagen ansvaret gjelder fra.
             * @example 2026-03-27
             */
            occurredOn: string;
            /**
             * @description Begrunnelse eller notat. Den forsegles, og havner aldri i data.
             * @example Drøftet i inntaksmøtet.
             */
            text?: string;
            /**
             * @description Plassen til den siste hendelsen du har sett. Har andre registrert noe siden, blir ingenting gjort, og svaret er 409 med det som er nytt.
             * @example 1042
             */
            expectedPosition?: number;
        };
        /**
         * @description Hvem en rolle er for denne pasienten. Opplysningene forsegles.
         * @example {
         *       "name": "Lege Legesen",
         *       "email": "lege@legekontor.example"
         *     }
         */
        ContactRequest: {
            /**
             * @description Navn.
             * @example Lege Legesen
             */
            name: string;
            /**
             * @description E-postadresse. Uten verdi: rollen har ingen.
             * @example lege@legekontor.example
             */
            email: string | null;
        };
        /**
         * @description Kontakten er lagret.
         * @example {
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "role": "fastlege"
         *     }
         */
        ContactAnswer: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * @description Rollen.
             * @example fastlege
             */
            role: string;
        };
        /**
         * @description Bekreftelsen trenger ikke innhold: den som er logget inn, bekrefter.
         * @example {}
         */
        ConfirmationRequest: Record<string, never>;
        /**
         * @description En rettelse gir hendelsen ny dato eller nytt innhold. Den gamle blir stående i journalen.
         * @example {
         *       "occurredOn": "2026-03-26",
         *       "data": {
         *         "utfall": "rett"
         *       },
         *       "text": "Registrert på feil dag."
         *     }
         */
        CorrectionRequest: {
            /**
             * Format: date
             * @description Dagen det egentlig hendte.
             * @example 2026-03-27
             */
            occurredOn: string;
            /**
             * @description Hendelsens felt slik de skal være. Uten verdi er feltene tomme.
             * @example {
             *       "utfall": "rett"
             *     }
             */
            data?: {
                [key: string]: unknown;
            };
            /**
             * @description Begrunnelse eller notat. Den forsegles, og havner aldri i data.
             * @example Drøftet i inntaksmøtet.
             */
            text?: string;
        };
        /**
         * @description Hendelsen har aldri hendt.
         * @example {
         *       "reason": "Registrert på feil pasient."
         *     }
         */
        RetractionRequest: {
            /**
             * @description Begrunnelse. Den forsegles.
             * @example Registrert på feil dag.
             */
            reason: string;
        };
        /**
         * @description En side av arbeidslisten.
         * @example {
         *       "asOf": "2026-03-27",
         *       "total": 1,
         *       "totalIsLeast": false,
         *       "more": false,
         *       "nextCursor": null,
         *       "rows": [
         *         {
         *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *           "patient": {
         *             "id": "0198c0de-7777-7000-8000-000000000007",
         *             "name": {
         *               "given": "Kari",
         *               "family": "Testesen"
         *             },
         *             "birthDate": "1988-04-15"
         *           },
         *           "organisation": {
         *             "id": "0198c0de-1111-7000-8000-000000000001",
         *             "name": "Utmarka sykehus"
         *           },
         *           "mode": "live",
         *           "definition": {
         *             "id": "langvarig-utmattelse",
         *             "version": "2026.1"
         *           },
         *           "step": "mottatt",
         *           "stepSince": "2026-03-20",
         *           "variant": "voksen",
         *           "receivedOn": "2026-03-20",
         *           "clock": {
         *             "key": "FRIST-VURDERING#1",
         *             "clock": "FRIST-VURDERING",
         *             "owner": "vurderer",
         *             "dueOn": "2026-04-08",
         *             "status": "running"
         *           },
         *           "broken": false,
         *           "atRisk": false,
         *           "noNextStep": false,
         *           "findings": 0,
         *           "quarantined": false,
         *           "position": 1042
         *         }
         *       ]
         *     }
         */
        WorklistPage: {
            /**
             * Format: date
             * @description Dagen listen gjelder for.
             * @example 2026-03-27
             */
            asOf: string;
            /**
             * @description Antall rader i hele listen. Det telles til 10 000.
             * @example 214
             */
            total: number;
            /**
             * @description Listen har flere rader enn total sier.
             * @example false
             */
            totalIsLeast: boolean;
            /**
             * @description Det finnes flere rader etter denne siden.
             * @example true
             */
            more: boolean;
            /** @description Send den som cursor for å få neste side. Uten verdi: dette var den siste. */
            nextCursor: string | null;
            rows: components["schemas"]["WorklistRow"][];
        };
        /** @description En rad i arbeidslisten. */
        WorklistRow: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            patient: {
                /**
                 * Format: uuid
                 * @description Pasientens id her.
                 * @example 0198c0de-7777-7000-8000-000000000007
                 */
                id: string;
                name: components["schemas"]["PersonName"] | null;
                birthDate: string | null;
            };
            organisation: components["schemas"]["OrganisationRef"];
            /**
             * @description live: forløpet følges og minner om frister. paused: det står på vent. historical: importert historie som aldri minner noen.
             * @example live
             * @enum {string}
             */
            mode: "live" | "paused" | "historical";
            definition: components["schemas"]["VersionRef"];
            /**
             * @description Steget.
             * @example vurdering
             */
            step: string;
            /**
             * Format: date
             * @description I steget siden.
             * @example 2026-03-20
             */
            stepSince: string;
            /**
             * @description Variant.
             * @example voksen
             */
            variant: string | null;
            /**
             * Format: date
             * @description Henvisningen ble mottatt.
             * @example 2026-03-20
             */
            receivedOn: string;
            /** @description Fristen raden står for: den det er spurt om, ellers forløpets neste. */
            clock: {
                /**
                 * @description Fristens nøkkel i forløpet: regel-id og løpenummer.
                 * @example FRIST-VURDERING#1
                 */
                key: string;
                /**
                 * @description Regel-id.
                 * @example FRIST-VURDERING
                 */
                clock: string;
                /**
                 * @description Rollen som må handle.
                 * @example inntaksteam
                 */
                owner: string;
                dueOn: string | null;
                /**
                 * @description not-started: begynner senere. running: løper. warned: nærmer seg. at-risk: i fare. broken: brutt. met: holdt. met-late: oppfylt for sent. passed-by-patient: passert etter pasientens ønske eller fravær. closed: avsluttet uten å være oppfylt.
                 * @example running
                 * @enum {string}
                 */
                status: "not-started" | "running" | "warned" | "at-risk" | "broken" | "met" | "met-late" | "passed-by-patient" | "closed";
            } | null;
            /** @example false */
            broken: boolean;
            /** @example false */
            atRisk: boolean;
            /** @example false */
            noNextStep: boolean;
            /**
             * @description Antall avvik.
             * @example 0
             */
            findings: number;
            /** @example false */
            quarantined: boolean;
            /**
             * @description Plass i journalen. Den øker for hver hendelse som registreres.
             * @example 1042
             */
            position: number;
        };
        /**
         * @description Antall forløp i hver bunke.
         * @example {
         *       "asOf": "2026-03-27",
         *       "open": 214,
         *       "broken": 3,
         *       "atRisk": 11,
         *       "dueThisWeek": 27,
         *       "noNextStep": 0,
         *       "findings": 5,
         *       "quarantine": 2
         *     }
         */
        WorklistCounts: {
            /**
             * Format: date
             * @description Dagen tallene gjelder for.
             * @example 2026-03-27
             */
            asOf: string;
            /**
             * @description Forløp i gang.
             * @example 214
             */
            open: number;
            /**
             * @description Med brutt frist.
             * @example 3
             */
            broken: number;
            /**
             * @description Med frist i fare.
             * @example 11
             */
            atRisk: number;
            /**
             * @description Med frist denne uken.
             * @example 27
             */
            dueThisWeek: number;
            /**
             * @description Uten neste steg.
             * @example 0
             */
            noNextStep: number;
            /**
             * @description Med avvik.
             * @example 5
             */
            findings: number;
            /**
             * @description I karantene.
             * @example 2
             */
            quarantine: number;
        };
        /**
         * @description Hvem det søkes etter: et nummer eller et navn.
         * @example {
         *       "name": "Kari Testesen"
         *     }
         */
        SearchRequest: {
            identifier: {
                /**
                 * @description Nummeret.
                 * @example 15848812342
                 */
                value: string;
                /**
                 * @description Systemet nummeret hører til. Uten verdi: alle kjente.
                 * @example urn:oid:2.16.578.1.12.4.1.4.1
                 */
                system?: string;
            };
        } | {
            /**
             * @description Navn eller deler av navnet. Alle ordene må finnes. Store bokstaver, aksenter og bindestrek spiller ingen rolle.
             * @example Kari Testesen
             */
            name: string;
            /**
             * @description Antall treff, høyst 200. Uten verdi: 50.
             * @example 50
             */
            limit?: number;
            /** @description nextCursor fra siden før. */
            cursor?: string;
        };
        /**
         * @description En side med treff.
         * @example {
         *       "hits": [
         *         {
         *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *           "patient": {
         *             "id": "0198c0de-7777-7000-8000-000000000007",
         *             "name": {
         *               "given": "Kari",
         *               "family": "Testesen"
         *             },
         *             "birthDate": "1988-04-15",
         *             "identifier": {
         *               "system": "urn:oid:2.16.578.1.12.4.1.4.1",
         *               "value": "15848800055"
         *             },
         *             "verified": true,
         *             "sex": "kvinne",
         *             "phone": null,
         *             "address": null,
         *             "protection": null,
         *             "erased": false
         *           },
         *           "mode": "live",
         *           "definition": {
         *             "id": "langvarig-utmattelse",
         *             "version": "2026.1"
         *           },
         *           "step": "mottatt",
         *           "organisation": {
         *             "id": "0198c0de-1111-7000-8000-000000000001",
         *             "name": "Utmarka sykehus"
         *           }
         *         }
         *       ],
         *       "more": false,
         *       "nextCursor": null
         *     }
         */
        SearchPage: {
            hits: components["schemas"]["SearchHit"][];
            /**
             * @description Det finnes flere treff.
             * @example false
             */
            more: boolean;
            /** @description Send den som cursor for å få flere. */
            nextCursor: string | null;
        };
        /** @description Et treff. */
        SearchHit: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            patient: components["schemas"]["Patient"];
            /**
             * @description live: forløpet følges og minner om frister. paused: det står på vent. historical: importert historie som aldri minner noen.
             * @example live
             * @enum {string}
             */
            mode: "live" | "paused" | "historical";
            definition: components["schemas"]["VersionRef"];
            /**
             * @description Steget.
             * @example vurdering
             */
            step: string;
            organisation: components["schemas"]["OrganisationRef"];
        };
        /**
         * @description En side av karantenelisten.
         * @example {
         *       "asOf": "2026-03-27",
         *       "total": 1,
         *       "totalIsLeast": false,
         *       "more": false,
         *       "nextCursor": null,
         *       "rows": [
         *         {
         *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *           "patient": {
         *             "id": "0198c0de-7777-7000-8000-000000000007",
         *             "name": {
         *               "given": "Kari",
         *               "family": "Testesen"
         *             },
         *             "birthDate": "1988-04-15"
         *           },
         *           "organisation": {
         *             "id": "0198c0de-1111-7000-8000-000000000001",
         *             "name": "Utmarka sykehus"
         *           },
         *           "mode": "live",
         *           "definition": {
         *             "id": "langvarig-utmattelse",
         *             "version": "2026.1"
         *           },
         *           "step": "karantene",
         *           "stepSince": "2026-03-20",
         *           "variant": "voksen",
         *           "receivedOn": "2026-03-20",
         *           "clock": {
         *             "key": "KARANTENE#1",
         *             "clock": "KARANTENE",
         *             "owner": "mottak",
         *             "dueOn": "2026-03-23",
         *             "status": "running"
         *           },
         *           "broken": false,
         *           "atRisk": false,
         *           "noNextStep": false,
         *           "findings": 0,
         *           "quarantined": true,
         *           "position": 1042,
         *           "quarantine": {
         *             "receivedOn": "2026-03-20",
         *             "owner": "mottak",
         *             "reasons": [
         *               {
         *                 "code": "ugyldig-fodselsnummer",
         *                 "path": "ServiceRequest.subject.identifier.value",
         *                 "sentence": "Fødselsnummeret er ikke gyldig: kontrollsifrene stemmer ikke."
         *               }
         *             ],
         *             "sourceSystem": "http://helsenorge.no/fhir/identifiers/uuid",
         *             "frister": [
         *               {
         *                 "key": "FRIST-VURDERING#1",
         *                 "clock": "FRIST-VURDERING",
         *                 "owner": "vurderer",
         *                 "dueOn": "2026-04-08",
         *                 "status": "running"
         *               }
         *             ]
         *           }
         *         }
         *       ]
         *     }
         */
        QuarantinePage: {
            /**
             * Format: date
             * @description Dagen listen gjelder for.
             * @example 2026-03-27
             */
            asOf: string;
            /**
             * @description Antall rader i hele listen. Det telles til 10 000.
             * @example 214
             */
            total: number;
            /**
             * @description Listen har flere rader enn total sier.
             * @example false
             */
            totalIsLeast: boolean;
            /**
             * @description Det finnes flere rader etter denne siden.
             * @example true
             */
            more: boolean;
            /** @description Send den som cursor for å få neste side. Uten verdi: dette var den siste. */
            nextCursor: string | null;
            rows: components["schemas"]["QuarantineRow"][];
        };
        /** @description En henvisning i karantene. */
        QuarantineRow: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            patient: {
                /**
                 * Format: uuid
                 * @description Pasientens id her.
                 * @example 0198c0de-7777-7000-8000-000000000007
                 */
                id: string;
                name: components["schemas"]["PersonName"] | null;
                birthDate: string | null;
            };
            organisation: components["schemas"]["OrganisationRef"];
            /**
             * @description live: forløpet følges og minner om frister. paused: det står på vent. historical: importert historie som aldri minner noen.
             * @example live
             * @enum {string}
             */
            mode: "live" | "paused" | "historical";
            definition: components["schemas"]["VersionRef"];
            /**
             * @description Steget.
             * @example vurdering
             */
            step: string;
            /**
             * Format: date
             * @description I steget siden.
             * @example 2026-03-20
             */
            stepSince: string;
            /**
             * @description Variant.
             * @example voksen
             */
            variant: string | null;
            /**
             * Format: date
             * @description Henvisningen ble mottatt.
             * @example 2026-03-20
             */
            receivedOn: string;
            /** @description Fristen raden står for: den det er spurt om, ellers forløpets neste. */
            clock: {
                /**
                 * @description Fristens nøkkel i forløpet: regel-id og løpenummer.
                 * @example FRIST-VURDERING#1
                 */
                key: string;
                /**
                 * @description Regel-id.
                 * @example FRIST-VURDERING
                 */
                clock: string;
                /**
                 * @description Rollen som må handle.
                 * @example inntaksteam
                 */
                owner: string;
                dueOn: string | null;
                /**
                 * @description not-started: begynner senere. running: løper. warned: nærmer seg. at-risk: i fare. broken: brutt. met: holdt. met-late: oppfylt for sent. passed-by-patient: passert etter pasientens ønske eller fravær. closed: avsluttet uten å være oppfylt.
                 * @example running
                 * @enum {string}
                 */
                status: "not-started" | "running" | "warned" | "at-risk" | "broken" | "met" | "met-late" | "passed-by-patient" | "closed";
            } | null;
            /** @example false */
            broken: boolean;
            /** @example false */
            atRisk: boolean;
            /** @example false */
            noNextStep: boolean;
            /**
             * @description Antall avvik.
             * @example 0
             */
            findings: number;
            /** @example false */
            quarantined: boolean;
            /**
             * @description Plass i journalen. Den øker for hver hendelse som registreres.
             * @example 1042
             */
            position: number;
            /** @description Hvorfor den ligger i karantene, siden når, og hvem som rydder opp. */
            quarantine: {
                /**
                 * Format: date
                 * @description Mottaksdagen. Fristen løper fra den.
                 * @example 2026-03-20
                 */
                receivedOn: string;
                /**
                 * @description Rollen som skal rydde opp.
                 * @example mottak
                 */
                owner: string;
                reasons: components["schemas"]["IntakeReason"][];
                /**
                 * @description Systemet som har gitt henvisningen identifikatoren sin. Uten verdi: ikke kjent.
                 * @example http://helsenorge.no/fhir/identifiers/uuid
                 */
                sourceSystem: string | null;
                /** @description De lovfestede fristene som løper mens den ligger der, den nærmeste først. clock kan være en frist som huset selv har satt før dem. */
                frister: {
                    /**
                     * @description Fristens nøkkel i forløpet: regel-id og løpenummer.
                     * @example FRIST-VURDERING#1
                     */
                    key: string;
                    /**
                     * @description Regel-id.
                     * @example FRIST-VURDERING
                     */
                    clock: string;
                    /**
                     * @description Rollen som må handle.
                     * @example inntaksteam
                     */
                    owner: string;
                    dueOn: string | null;
                    /**
                     * @description not-started: begynner senere. running: løper. warned: nærmer seg. at-risk: i fare. broken: brutt. met: holdt. met-late: oppfylt for sent. passed-by-patient: passert etter pasientens ønske eller fravær. closed: avsluttet uten å være oppfylt.
                     * @example running
                     * @enum {string}
                     */
                    status: "not-started" | "running" | "warned" | "at-risk" | "broken" | "met" | "met-late" | "passed-by-patient" | "closed";
                }[];
            };
        };
        /**
         * @description Slik ender karantenen.
         * @example {
         *       "as": "discarded",
         *       "reason": "Testmelding, avsenderen er varslet.",
         *       "on": "2026-03-23"
         *     }
         */
        QuarantineRelease: {
            /**
             * @description Rettet og tatt inn.
             * @enum {string}
             */
            as: "accepted";
            referral: components["schemas"]["Referral"];
            /**
             * Format: date
             * @description Dagen det ble avklart.
             * @example 2026-03-23
             */
            on: string;
        } | {
            /**
             * @description Det var ikke en henvisning.
             * @enum {string}
             */
            as: "discarded";
            /**
             * @description Hvorfor.
             * @example Sendt til feil mottaker, avsenderen er varslet.
             */
            reason: string;
            /**
             * Format: date
             * @description Dagen det ble avklart.
             * @example 2026-03-23
             */
            on: string;
        };
        /**
         * @description Alle definisjoner og versjoner.
         * @example {
         *       "definitions": [
         *         {
         *           "id": "langvarig-utmattelse",
         *           "version": "2026.1",
         *           "title": {
         *             "nb": "Langvarig utmattelse av ukjent årsak"
         *           },
         *           "status": "proposed",
         *           "validFrom": "2026-01-01",
         *           "calendar": {
         *             "id": "norge",
         *             "version": "2026.1"
         *           }
         *         }
         *       ]
         *     }
         */
        Definitions: {
            definitions: components["schemas"]["DefinitionSummary"][];
        };
        /** @description Et standardisert forløp i én versjon. */
        DefinitionSummary: {
            /**
             * @description Id.
             * @example langvarig-utmattelse
             */
            id: string;
            /**
             * @description Versjon.
             * @example 2026.1
             */
            version: string;
            title: components["schemas"]["Text"];
            description?: components["schemas"]["Text"];
            /**
             * @description in-force: gjeldende. draft: høringsutkast. proposed: forslag. local: lokalt valgt.
             * @example in-force
             * @enum {string}
             */
            status: "in-force" | "draft" | "proposed" | "local";
            /**
             * Format: date
             * @description Gjelder fra.
             * @example 2026-01-01
             */
            validFrom: string;
            /**
             * Format: date
             * @description Gjelder til og med.
             * @example 2027-12-31
             */
            validTo?: string;
            calendar: components["schemas"]["VersionRef"];
        };
        /**
         * @description Definisjonen slik den er lastet: regler, kilder, steg, hendelser, frister og kommandoer.
         * @example {
         *       "id": "langvarig-utmattelse",
         *       "version": "2026.1",
         *       "title": {
         *         "nb": "Langvarig utmattelse av ukjent årsak"
         *       },
         *       "status": "proposed",
         *       "validFrom": "2026-01-01",
         *       "calendar": {
         *         "id": "norge",
         *         "version": "2026.1"
         *       }
         *     }
         */
        Definition: {
            /**
             * @description Id.
             * @example langvarig-utmattelse
             */
            id: string;
            /**
             * @description Versjon.
             * @example 2026.1
             */
            version: string;
            title: components["schemas"]["Text"];
            /**
             * @description in-force: gjeldende. draft: høringsutkast. proposed: forslag. local: lokalt valgt.
             * @example in-force
             * @enum {string}
             */
            status: "in-force" | "draft" | "proposed" | "local";
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Alle kalendere.
         * @example {
         *       "calendars": [
         *         {
         *           "id": "norge",
         *           "version": "2026.1",
         *           "title": "Norske virkedager",
         *           "source": "Lov om helligdager og helligdagsfred",
         *           "workingWeekdays": [
         *             1,
         *             2,
         *             3,
         *             4,
         *             5
         *           ],
         *           "holidays": [
         *             {
         *               "month": 1,
         *               "day": 1,
         *               "name": "Første nyttårsdag"
         *             },
         *             {
         *               "easterOffset": -3,
         *               "name": "Skjærtorsdag"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        Calendars: {
            calendars: components["schemas"]["Calendar"][];
        };
        /** @description Hvilke dager som er virkedager. */
        Calendar: {
            /**
             * @description Id.
             * @example norge
             */
            id: string;
            /**
             * @description Versjon.
             * @example 2026.1
             */
            version: string;
            /**
             * @description Tittel.
             * @example Norske virkedager
             */
            title: string;
            /**
             * @description Loven eller vedtaket dagene kommer fra.
             * @example Lov om helligdager og helligdagsfred
             */
            source: string;
            /**
             * @description Ukedager som telles, 1 er mandag.
             * @example [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            workingWeekdays: number[];
            holidays: components["schemas"]["NonWorkingDay"][];
            extraClosed?: components["schemas"]["NonWorkingDay"][];
        };
        /** @description En dag som ikke er virkedag. */
        NonWorkingDay: {
            /**
             * @description Navn.
             * @example Skjærtorsdag
             */
            name: string;
            month?: number;
            day?: number;
            /**
             * @description Dager fra første påskedag.
             * @example -3
             */
            easterOffset?: number;
            /**
             * Format: date
             * @description Én bestemt dag.
             * @example 2026-12-24
             */
            date?: string;
            /**
             * Format: date
             * @description Fra.
             * @example 2026-01-01
             */
            validFrom?: string;
            /**
             * Format: date
             * @description Til og med.
             * @example 2026-12-31
             */
            validTo?: string;
        };
        /**
         * @description Hvem som har tilgang til forløpet.
         * @example {
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "participants": [
         *         {
         *           "id": "responsible:1",
         *           "basis": "responsible",
         *           "role": "ansvarlig",
         *           "organisation": {
         *             "id": "0198c0de-1111-7000-8000-000000000001",
         *             "name": "Utmarka sykehus"
         *           },
         *           "name": null,
         *           "from": "2026-03-20",
         *           "through": null,
         *           "steps": null,
         *           "now": true
         *         }
         *       ]
         *     }
         */
        Participants: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            participants: components["schemas"]["Participant"][];
        };
        /** @description En som ser, så eller skal se forløpet, eller er sperret. */
        Participant: {
            /**
             * @description Navnet på tilgangen eller sperringen når den trekkes tilbake.
             * @example 0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12
             */
            id: string;
            /**
             * @description responsible: har ansvaret. participant: deltar. contact: er pasientens kontakt. blocked: sperret av pasienten.
             * @example participant
             * @enum {string}
             */
            basis: "responsible" | "participant" | "contact" | "blocked";
            /**
             * @description Rollen.
             * @example kommune
             */
            role: string;
            organisation: components["schemas"]["OrganisationRef"] | null;
            /**
             * @description Navn på en person.
             * @example null
             */
            name: string | null;
            /**
             * Format: date
             * @description Første dag.
             * @example 2026-04-08
             */
            from: string;
            through: string | null;
            /**
             * @description Stegene tilgangen er begrenset til; null: alle.
             * @example null
             */
            steps: string[] | null;
            /**
             * @description Om den gjelder i dag, i steget forløpet er i.
             * @example true
             */
            now: boolean;
        };
        /**
         * @description Noen som skal delta i forløpet og derfor se det.
         * @example {
         *       "organisationId": "0198c0de-1111-7000-8000-000000000001",
         *       "role": "tredjelinje"
         *     }
         */
        ParticipantRequest: {
            /**
             * Format: uuid
             * @description Virksomhetens id.
             * @example 0198c0de-1111-7000-8000-000000000001
             */
            organisationId?: string;
            /**
             * @description Nummer i Helsepersonellregisteret.
             * @example 9144889
             */
            hprNumber?: string;
            /**
             * @description Fødselsnummer eller D-nummer. Bare en nøkkelhash av det lagres.
             * @example 01907000045
             */
            personNumber?: string;
            /**
             * @description Hva personen kalles i listen. Forsegles.
             * @example Kontakt Prøvesen
             */
            name?: string;
            /**
             * @description Rollen, slik forløpets definisjon kaller den.
             * @example kommune
             */
            role: string;
            /**
             * Format: date
             * @description Første dag. Uten verdi: i dag.
             * @example 2026-04-08
             */
            from?: string;
            /**
             * Format: date
             * @description Siste dag. Uten verdi: til den trekkes tilbake.
             * @example 2026-04-08
             */
            through?: string;
            /**
             * @description Begrunnelse.
             * @example Pasienten følges opp begge steder.
             */
            reason?: string;
        };
        /**
         * @description Hvorfor noe trekkes tilbake.
         * @example {
         *       "reason": "Samarbeidet er avsluttet."
         *     }
         */
        WithdrawalRequest: {
            /**
             * @description Begrunnelse.
             * @example Pasienten følges opp begge steder.
             */
            reason?: string;
        };
        /**
         * @description En annen virksomhet overtar forløpet. Fristen følger pasienten.
         * @example {
         *       "to": "0198c0de-1111-7000-8000-000000000001",
         *       "on": "2026-04-08",
         *       "reason": "Pasienten har flyttet."
         *     }
         */
        TransferRequest: {
            /**
             * Format: uuid
             * @description Virksomhetens id.
             * @example 0198c0de-1111-7000-8000-000000000001
             */
            to: string;
            /**
             * Format: date
             * @description Dagen den nye virksomheten overtar. Kan ligge fram i tid.
             * @example 2026-04-08
             */
            on: string;
            /**
             * @description Begrunnelse.
             * @example Pasienten følges opp begge steder.
             */
            reason: string;
        };
        /**
         * @description Hvem pasienten ikke vil at skal se forløpet.
         * @example {
         *       "organisationId": "0198c0de-1111-7000-8000-000000000001"
         *     }
         */
        BlockRequest: {
            /**
             * Format: uuid
             * @description Virksomhetens id.
             * @example 0198c0de-1111-7000-8000-000000000001
             */
            organisationId?: string;
            /**
             * @description Nummer i Helsepersonellregisteret.
             * @example 9144889
             */
            hprNumber?: string;
            /**
             * @description Fødselsnummer eller D-nummer. Bare en nøkkelhash av det lagres.
             * @example 01907000045
             */
            personNumber?: string;
            /**
             * @description Hva personen kalles i listen. Forsegles.
             * @example Kontakt Prøvesen
             */
            name?: string;
            /**
             * @description Begrunnelse.
             * @example Pasienten følges opp begge steder.
             */
            reason?: string;
        };
        /**
         * @description Nødtilgang. Begrunnelsen vises for pasientens enhet og for den som har ansvar for sikkerheten.
         * @example {
         *       "kind": "helsehjelp",
         *       "reason": "Pasienten er innlagt akutt hos oss i natt."
         *     }
         */
        BreakGlassRequest: {
            /**
             * @description liv-og-helse: fare for liv eller helse, og går foran pasientens egen sperring. helsehjelp: nødvendig for å gi helsehjelp nå.
             * @example helsehjelp
             * @enum {string}
             */
            kind: "liv-og-helse" | "helsehjelp";
            /**
             * @description Begrunnelse.
             * @example Pasienten følges opp begge steder.
             */
            reason: string;
        };
        /**
         * @description En bruk av nødtilgang.
         * @example {
         *       "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "actor": "person:5f0c7c5e6a0e4c53",
         *       "organisation": null,
         *       "kind": "helsehjelp",
         *       "from": "2026-03-20T09:15:00.000Z",
         *       "until": "2026-03-20T13:15:00.000Z",
         *       "reason": null
         *     }
         */
        BreakGlass: {
            /**
             * Format: uuid
             * @description Hendelsens id.
             * @example 0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12
             */
            id: string;
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * @description Hvem.
             * @example person:5f0c7c5e6a0e4c53
             */
            actor: string;
            organisation: components["schemas"]["OrganisationRef"] | null;
            /**
             * @description liv-og-helse: fare for liv eller helse, og går foran pasientens egen sperring. helsehjelp: nødvendig for å gi helsehjelp nå.
             * @example helsehjelp
             * @enum {string}
             */
            kind: "liv-og-helse" | "helsehjelp";
            /**
             * Format: date-time
             * @description Fra.
             * @example 2026-03-20T09:15:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Til.
             * @example 2026-03-20T09:15:00.000Z
             */
            until: string;
            /**
             * @description Begrunnelsen, for dem som ser forløpet.
             * @example Pasienten er innlagt akutt hos oss i natt.
             */
            reason: string | null;
        };
        /**
         * @description Nødtilgang for den som bare har nummeret. Begrunnelsen vises for pasientens enhet og for den som har ansvar for sikkerheten.
         * @example {
         *       "personNumber": "15848800055",
         *       "kind": "helsehjelp",
         *       "reason": "Pasienten er innlagt akutt hos oss i natt."
         *     }
         */
        BreakGlassByNumberRequest: {
            /**
             * @description Pasientens fødselsnummer eller D-nummer. Det lagres ikke.
             * @example 15848800055
             */
            personNumber: string;
            /**
             * @description liv-og-helse: fare for liv eller helse, og går foran pasientens egen sperring. helsehjelp: nødvendig for å gi helsehjelp nå.
             * @example helsehjelp
             * @enum {string}
             */
            kind: "liv-og-helse" | "helsehjelp";
            /**
             * @description Begrunnelse.
             * @example Pasienten følges opp begge steder.
             */
            reason: string;
        };
        /**
         * @description Forløpene som er åpnet.
         * @example {
         *       "rows": [
         *         {
         *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *           "actor": "person:5f0c7c5e6a0e4c53",
         *           "organisation": null,
         *           "kind": "helsehjelp",
         *           "from": "2026-03-20T09:15:00.000Z",
         *           "until": "2026-03-20T13:15:00.000Z",
         *           "reason": "Pasienten er innlagt akutt hos oss i natt."
         *         }
         *       ]
         *     }
         */
        BreakGlassOpened: {
            rows: components["schemas"]["BreakGlass"][];
        };
        /**
         * @description En anmodning om at pasienten slettes, i alle sine forløp.
         * @example {
         *       "legalBasis": "patients-demand",
         *       "reason": "Krav fra pasienten, vurdert av journalansvarlig."
         *     }
         */
        ErasureRequest: {
            /**
             * @description retention-over: det er ikke lenger bruk for opplysningene (pasientjournalloven § 25). patients-demand: pasienten krever det (helsepersonelloven § 43). wrong-person: de gjelder en annen (helsepersonelloven § 43). order: pålegg fra tilsynsmyndighet eller domstol.
             * @example patients-demand
             * @enum {string}
             */
            legalBasis: "retention-over" | "patients-demand" | "wrong-person" | "order";
            /**
             * @description Hvorfor, og hvordan vilkårene er vurdert. Ikke skriv hvem det gjelder.
             * @example Krav fra pasienten, vurdert av journalansvarlig.
             */
            reason: string;
        };
        /**
         * @description Hva anmodningen førte til.
         * @example {
         *       "outcome": "requested",
         *       "id": "0198c0de-8888-7000-8000-000000000001",
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "obstacles": [
         *         {
         *           "code": "live",
         *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *           "until": null,
         *           "rule": null,
         *           "sentence": "Forløpet er ikke avsluttet."
         *         }
         *       ]
         *     }
         */
        ErasureRequested: {
            /**
             * @description requested: anmodningen er registrert. waiting: noen har alt bedt om det, og den anmodningen gjelder.
             * @example requested
             * @enum {string}
             */
            outcome: "requested" | "waiting";
            /**
             * Format: uuid
             * @description Anmodningens id.
             * @example 0198c0de-8888-7000-8000-000000000001
             */
            id: string;
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /** @description Det som hindrer sletting nå. Anmodningen venter til det er borte. */
            obstacles: components["schemas"]["ErasureObstacle"][];
        };
        /** @description Noe som hindrer at pasienten slettes. */
        ErasureObstacle: {
            /**
             * @description live: forløpet er ikke avsluttet. owed: en frist løper. quarantined: en henvisning er i karantene. held: noen har bestemt at opplysningene skal bevares. retention: de skal oppbevares lenger. no-retention-rule: definisjonen sier ikke hvor lenge.
             * @example live
             * @enum {string}
             */
            code: "live" | "owed" | "quarantined" | "held" | "retention" | "no-retention-rule";
            pathwayId: string | null;
            until: string | null;
            /**
             * @description Regelens id, eller id-en til bestemmelsen om bevaring.
             * @example null
             */
            rule: string | null;
            /**
             * @description Hva som hindrer.
             * @example Forløpet er ikke avsluttet.
             */
            sentence: string;
        };
        ErasuresQuery: {
            /**
             * @description Bare anmodninger som er kommet så langt.
             * @example open
             * @enum {string}
             */
            state?: "open" | "withdrawn" | "carried-out";
            /**
             * @description Rader (1–200).
             * @example 50
             */
            limit?: number;
        };
        /**
         * @description Anmodninger om sletting, de som venter først.
         * @example {
         *       "rows": [
         *         {
         *           "id": "0198c0de-8888-7000-8000-000000000001",
         *           "patientId": "0198c0de-7777-7000-8000-000000000007",
         *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *           "legalBasis": "patients-demand",
         *           "reason": null,
         *           "requestedBy": "person:5f0c7c5e6a0e4c53",
         *           "requestedAt": "2026-03-20T09:15:00.000Z",
         *           "state": "open",
         *           "endedBy": null,
         *           "endedAt": null
         *         }
         *       ]
         *     }
         */
        Erasures: {
            rows: components["schemas"]["Erasure"][];
        };
        /** @description En anmodning om sletting. */
        Erasure: {
            /**
             * Format: uuid
             * @description Anmodningens id.
             * @example 0198c0de-8888-7000-8000-000000000001
             */
            id: string;
            /**
             * Format: uuid
             * @description Pasientens id. Den sier ingenting om hvem det er.
             * @example 0198c0de-7777-7000-8000-000000000007
             */
            patientId: string;
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * @description retention-over: det er ikke lenger bruk for opplysningene (pasientjournalloven § 25). patients-demand: pasienten krever det (helsepersonelloven § 43). wrong-person: de gjelder en annen (helsepersonelloven § 43). order: pålegg fra tilsynsmyndighet eller domstol.
             * @example patients-demand
             * @enum {string}
             */
            legalBasis: "retention-over" | "patients-demand" | "wrong-person" | "order";
            /**
             * @description Begrunnelsen, for dem som ser pasienten.
             * @example null
             */
            reason: string | null;
            /**
             * @description Hvem som ba om det.
             * @example person:5f0c7c5e6a0e4c53
             */
            requestedBy: string;
            /**
             * Format: date-time
             * @description Når.
             * @example 2026-03-20T09:15:00.000Z
             */
            requestedAt: string;
            /**
             * @description open: venter. withdrawn: trukket. carried-out: gjennomført.
             * @example open
             * @enum {string}
             */
            state: "open" | "withdrawn" | "carried-out";
            /**
             * @description Hvem som trakk den eller gjennomførte den.
             * @example null
             */
            endedBy: string | null;
            endedAt: string | null;
        };
        /**
         * @description Det som hindrer at en anmodning gjennomføres nå.
         * @example {
         *       "id": "0198c0de-8888-7000-8000-000000000001",
         *       "obstacles": [
         *         {
         *           "code": "live",
         *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *           "until": null,
         *           "rule": null,
         *           "sentence": "Forløpet er ikke avsluttet."
         *         }
         *       ]
         *     }
         */
        ErasureObstacles: {
            /**
             * Format: uuid
             * @description Anmodningens id.
             * @example 0198c0de-8888-7000-8000-000000000001
             */
            id: string;
            obstacles: components["schemas"]["ErasureObstacle"][];
        };
        /**
         * @description Anmodningen er trukket.
         * @example {
         *       "id": "0198c0de-8888-7000-8000-000000000001",
         *       "state": "withdrawn"
         *     }
         */
        WithdrawnErasure: {
            /**
             * Format: uuid
             * @description Anmodningens id.
             * @example 0198c0de-8888-7000-8000-000000000001
             */
            id: string;
            /** @enum {string} */
            state: "withdrawn";
        };
        /**
         * @description En sletting som er gjennomført.
         * @example {
         *       "seq": 1,
         *       "erasureId": "0198c0de-8888-7000-8000-000000000001",
         *       "patientIds": [
         *         "0198c0de-7777-7000-8000-000000000007"
         *       ],
         *       "pathwayIds": [
         *         "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11"
         *       ],
         *       "legalBasis": "patients-demand",
         *       "requestedBy": "person:5f0c7c5e6a0e4c53",
         *       "requestedAt": "2026-03-20T09:15:00.000Z",
         *       "carriedOutBy": "person:9b1d4c5e6a0e4c77",
         *       "erasedAt": "2026-03-23T09:15:00.000Z"
         *     }
         */
        CarriedOutErasure: {
            /**
             * @description Nummer i slettelisten.
             * @example 1
             */
            seq: number;
            /**
             * Format: uuid
             * @description Anmodningens id.
             * @example 0198c0de-8888-7000-8000-000000000001
             */
            erasureId: string;
            /** @description Alle registreringer av personen. */
            patientIds: string[];
            /** @description Forløpene, som nå ingen kan si hvem sine er. */
            pathwayIds: string[];
            /**
             * @description retention-over: det er ikke lenger bruk for opplysningene (pasientjournalloven § 25). patients-demand: pasienten krever det (helsepersonelloven § 43). wrong-person: de gjelder en annen (helsepersonelloven § 43). order: pålegg fra tilsynsmyndighet eller domstol.
             * @example patients-demand
             * @enum {string}
             */
            legalBasis: "retention-over" | "patients-demand" | "wrong-person" | "order";
            /**
             * @description Hvem som ba om det.
             * @example person:5f0c7c5e6a0e4c53
             */
            requestedBy: string;
            /**
             * Format: date-time
             * @description Når det ble bedt om.
             * @example 2026-03-20T09:15:00.000Z
             */
            requestedAt: string;
            /**
             * @description Hvem som gjennomførte det.
             * @example person:5f0c7c5e6a0e4c53
             */
            carriedOutBy: string;
            /**
             * Format: date-time
             * @description Når det ble gjort.
             * @example 2026-03-20T09:15:00.000Z
             */
            erasedAt: string;
        };
        RetentionQuery: {
            /**
             * @description Rader på siden (1–200).
             * @example 50
             */
            limit?: number;
            /**
             * Format: uuid
             * @description Den siste pasienten på siden før.
             * @example 0198c0de-7777-7000-8000-000000000007
             */
            after?: string;
        };
        /**
         * @description Pasienter som ikke lenger må oppbevares. Ingen slettes av dette.
         * @example {
         *       "rows": [
         *         {
         *           "patientId": "0198c0de-7777-7000-8000-000000000007",
         *           "pathwayIds": [
         *             "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11"
         *           ],
         *           "from": "2036-03-20",
         *           "held": false,
         *           "requested": null
         *         }
         *       ]
         *     }
         */
        RetentionDue: {
            rows: {
                /**
                 * Format: uuid
                 * @description Pasientens id. Den sier ingenting om hvem det er.
                 * @example 0198c0de-7777-7000-8000-000000000007
                 */
                patientId: string;
                pathwayIds: string[];
                /**
                 * Format: date
                 * @description Første dag ingen regel holdt dem.
                 * @example 2026-04-08
                 */
                from: string;
                /**
                 * @description Noen har bestemt at de skal bevares.
                 * @example false
                 */
                held: boolean;
                /**
                 * @description Id-en til anmodningen som venter. Null når ingen har bedt om sletting.
                 * @example null
                 */
                requested: string | null;
            }[];
        };
        /**
         * @description Bestemmelser om bevaring som gjelder nå.
         * @example {
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *       "holds": [
         *         {
         *           "id": "0198c0de-9999-7000-8000-000000000001",
         *           "patientId": "0198c0de-7777-7000-8000-000000000007",
         *           "reason": "Klagesak hos Statsforvalteren.",
         *           "setBy": "person:5f0c7c5e6a0e4c53",
         *           "setAt": "2026-03-20T09:15:00.000Z"
         *         }
         *       ]
         *     }
         */
        ErasureHolds: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            holds: components["schemas"]["ErasureHold"][];
        };
        /**
         * @description En bestemmelse om at opplysningene skal bevares.
         * @example {
         *       "id": "0198c0de-9999-7000-8000-000000000001",
         *       "patientId": "0198c0de-7777-7000-8000-000000000007",
         *       "reason": "Klagesak hos Statsforvalteren.",
         *       "setBy": "person:5f0c7c5e6a0e4c53",
         *       "setAt": "2026-03-20T09:15:00.000Z"
         *     }
         */
        ErasureHold: {
            /**
             * Format: uuid
             * @description Id-en til bestemmelsen om bevaring.
             * @example 0198c0de-9999-7000-8000-000000000001
             */
            id: string;
            /**
             * Format: uuid
             * @description Pasientens id. Den sier ingenting om hvem det er.
             * @example 0198c0de-7777-7000-8000-000000000007
             */
            patientId: string;
            /**
             * @description Hvorfor.
             * @example Klagesak hos Statsforvalteren.
             */
            reason: string;
            /**
             * @description Hvem som bestemte det.
             * @example person:5f0c7c5e6a0e4c53
             */
            setBy: string;
            /**
             * Format: date-time
             * @description Når.
             * @example 2026-03-20T09:15:00.000Z
             */
            setAt: string;
        };
        /**
         * @description Opplysningene skal bevares.
         * @example {
         *       "reason": "Klagesak hos Statsforvalteren."
         *     }
         */
        ErasureHoldRequest: {
            /**
             * @description Hvorfor opplysningene må bevares.
             * @example Klagesak hos Statsforvalteren.
             */
            reason: string;
        };
        /**
         * @description Bevaringen oppheves.
         * @example {
         *       "reason": "Klagesaken er avsluttet."
         *     }
         */
        HoldLiftRequest: {
            /**
             * @description Hvorfor opplysningene ikke lenger må bevares.
             * @example Klagesaken er avsluttet.
             */
            reason: string;
        };
        /**
         * @description Bevaringen er opphevet.
         * @example {
         *       "id": "0198c0de-9999-7000-8000-000000000001",
         *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11"
         *     }
         */
        LiftedHold: {
            /**
             * Format: uuid
             * @description Id-en til bestemmelsen om bevaring.
             * @example 0198c0de-9999-7000-8000-000000000001
             */
            id: string;
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
        };
        AccessLogQuery: {
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId?: string;
            /**
             * @description Hvem som så eller gjorde noe.
             * @example person:5f0c7c5e6a0e4c53
             */
            actor?: string;
            /**
             * @description read: så. wrote: registrerte. refused: ble avvist.
             * @example refused
             * @enum {string}
             */
            outcome?: "read" | "wrote" | "refused";
            /**
             * Format: date-time
             * @description Fra og med.
             * @example 2026-03-20T09:15:00.000Z
             */
            from?: string;
            /**
             * Format: date-time
             * @description Til.
             * @example 2026-03-20T09:15:00.000Z
             */
            to?: string;
            /** @description Fra siden før. */
            cursor?: string;
            /**
             * @description Rader på siden (1–200).
             * @example 50
             */
            limit?: number;
        };
        /**
         * @description Innsynsloggen, den nyeste først.
         * @example {
         *       "rows": [
         *         {
         *           "id": 17,
         *           "at": "2026-03-20T09:15:00.000Z",
         *           "action": "pathway.read",
         *           "outcome": "read",
         *           "actor": "person:5f0c7c5e6a0e4c53",
         *           "actorName": "Koordinator Prøvesen",
         *           "role": "coordinator",
         *           "unitId": "0198c0de-1111-7000-8000-000000000001",
         *           "unitName": "Utmarka sykehus",
         *           "legalEntityId": null,
         *           "legalEntityName": null,
         *           "basis": "unit",
         *           "what": "forløpet",
         *           "pathwayIds": [
         *             "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11"
         *           ],
         *           "detail": {
         *             "route": "GET /api/v1/pathways/:id"
         *           },
         *           "correlationId": null
         *         }
         *       ],
         *       "nextCursor": null,
         *       "more": false
         *     }
         */
        AccessLogPage: {
            rows: components["schemas"]["LoggedAccess"][];
            nextCursor: string | null;
            more: boolean;
        };
        /** @description En visning, en handling eller en avvisning: hvem, når, hvorfor, for hvilken enhet og virksomhet. */
        LoggedAccess: {
            id: number;
            /**
             * Format: date-time
             * @description Når.
             * @example 2026-03-20T09:15:00.000Z
             */
            at: string;
            /**
             * @description Hva som ble gjort, som fast navn.
             * @example pathway.read
             */
            action: string;
            /** @enum {string} */
            outcome: "read" | "wrote" | "refused";
            actor: string | null;
            actorName: string | null;
            role: string | null;
            unitId: string | null;
            unitName: string | null;
            legalEntityId: string | null;
            legalEntityName: string | null;
            basis: string | null;
            /**
             * @description Slags opplysninger.
             * @example tidslinjen
             */
            what: string;
            pathwayIds: string[];
            detail: {
                [key: string]: string | number | null;
            };
            correlationId: string | null;
        };
        /**
         * @description Bruk av nødtilgang, den nyeste først.
         * @example {
         *       "uses": []
         *     }
         */
        BreakGlassUses: {
            uses: components["schemas"]["BreakGlass"][];
        };
        RoleGrantsQuery: {
            /**
             * Format: uuid
             * @description Virksomhetens id.
             * @example 0198c0de-1111-7000-8000-000000000001
             */
            organisationId?: string;
            /**
             * @description Også dem som er avsluttet.
             * @example false
             */
            past?: string;
        };
        /**
         * @description Roller.
         * @example {
         *       "grants": [
         *         {
         *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *           "name": "Koordinator Prøvesen",
         *           "role": "coordinator",
         *           "organisation": {
         *             "id": "0198c0de-1111-7000-8000-000000000001",
         *             "name": "Utmarka sykehus"
         *           },
         *           "identities": false,
         *           "protectedAddresses": false,
         *           "from": "2026-03-20",
         *           "through": null,
         *           "grantedBy": "person:5f0c7c5e6a0e4c53",
         *           "why": "Ansatt som forløpskoordinator.",
         *           "withdrawnAt": null,
         *           "withdrawnBy": null,
         *           "withdrawnWhy": null
         *         }
         *       ]
         *     }
         */
        RoleGrants: {
            grants: components["schemas"]["RoleGrant"][];
        };
        /**
         * @description En rolle som en person har eller hadde.
         * @example {
         *       "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
         *       "name": "Koordinator Prøvesen",
         *       "role": "coordinator",
         *       "organisation": {
         *         "id": "0198c0de-1111-7000-8000-000000000001",
         *         "name": "Utmarka sykehus"
         *       },
         *       "identities": false,
         *       "protectedAddresses": false,
         *       "from": "2026-03-20",
         *       "through": null,
         *       "grantedBy": "person:5f0c7c5e6a0e4c53",
         *       "why": "Ansatt som forløpskoordinator.",
         *       "withdrawnAt": null,
         *       "withdrawnBy": null,
         *       "withdrawnWhy": null
         *     }
         */
        RoleGrant: {
            /**
             * Format: uuid
             * @description Tildelingens id.
             * @example 0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12
             */
            id: string;
            /** @description Navn. */
            name: string | null;
            /**
             * @description Rollen.
             * @example coordinator
             */
            role: string;
            organisation: components["schemas"]["OrganisationRef"] | null;
            identities: boolean;
            protectedAddresses: boolean;
            /**
             * Format: date
             * @description Første dag.
             * @example 2026-04-08
             */
            from: string;
            through: string | null;
            /**
             * @description Hvem som ga den.
             * @example person:5f0c7c5e6a0e4c53
             */
            grantedBy: string;
            /**
             * @description Hvorfor.
             * @example Ansatt som forløpskoordinator.
             */
            why: string;
            withdrawnAt: string | null;
            withdrawnBy: string | null;
            withdrawnWhy: string | null;
        };
        /**
         * @description En rolle til en person.
         * @example {
         *       "personNumber": "01907000045",
         *       "role": "coordinator",
         *       "organisationId": "0198c0de-1111-7000-8000-000000000001",
         *       "why": "Ansatt som forløpskoordinator."
         *     }
         */
        RoleGrantRequest: {
            /**
             * @description Fødselsnummer eller D-nummer. Bare en nøkkelhash av det lagres.
             * @example 01907000045
             */
            personNumber: string;
            /**
             * @description Navn. Forsegles.
             * @example Koordinator Prøvesen
             */
            name?: string;
            /**
             * @description Rollen.
             * @example coordinator
             * @enum {string}
             */
            role: "coordinator" | "clinician" | "lms" | "local-contact" | "auditor" | "governance" | "user-representative" | "administrator";
            /**
             * Format: uuid
             * @description Virksomhetens id.
             * @example 0198c0de-1111-7000-8000-000000000001
             */
            organisationId?: string;
            /**
             * @description Kan se hvem pasientene er, selv om rollen ikke gir det.
             * @example false
             */
            identities?: boolean;
            /**
             * @description Kan se hvor pasienter med adressebeskyttelse bor.
             * @example false
             */
            protectedAddresses?: boolean;
            /**
             * Format: date
             * @description Første dag. Uten verdi: i dag.
             * @example 2026-04-08
             */
            from?: string;
            /**
             * Format: date
             * @description Siste dag. Uten verdi: til den trekkes tilbake.
             * @example 2026-04-08
             */
            through?: string;
            /**
             * @description Begrunnelse.
             * @example Pasienten følges opp begge steder.
             */
            why: string;
        };
        /**
         * @description Hvorfor rollen trekkes tilbake.
         * @example {
         *       "why": "Sluttet."
         *     }
         */
        RoleWithdrawalRequest: {
            /**
             * @description Begrunnelse.
             * @example Pasienten følges opp begge steder.
             */
            why: string;
        };
        /**
         * @description Om noe sendes ut fra denne installasjonen.
         * @example {
         *       "on": true,
         *       "by": "person:utvikler",
         *       "at": "2026-03-20T09:15:00.000Z",
         *       "why": "Installasjonen er satt opp."
         *     }
         */
        Effects: {
            /** @example true */
            on: boolean;
            /**
             * @description Hvem som satte den.
             * @example person:utvikler
             */
            by: string;
            /**
             * @description Når.
             * @example 2026-03-20T09:15:00.000Z
             */
            at: string;
            /**
             * @description Hvorfor.
             * @example Installasjonen er satt opp.
             */
            why: string;
        };
        /**
         * @description Bryteren for alt som sendes ut.
         * @example {
         *       "on": false,
         *       "why": "Gjenoppretting fra sikkerhetskopi pågår."
         *     }
         */
        EffectsRequest: {
            /**
             * @description Om noe kan sendes fra denne installasjonen.
             * @example true
             */
            on: boolean;
            /**
             * @description Begrunnelse. Den forsegles.
             * @example Registrert på feil dag.
             */
            why: string;
        };
        /**
         * @description Alle virksomheter.
         * @example {
         *       "organisations": [
         *         {
         *           "id": "0198c0de-1111-7000-8000-000000000001",
         *           "name": "Utmarka sykehus",
         *           "kind": "hospital",
         *           "orgNumber": "310000000"
         *         }
         *       ]
         *     }
         */
        Organisations: {
            organisations: components["schemas"]["Organisation"][];
        };
        /**
         * @description En virksomhet som sender eller mottar henvisninger.
         * @example {
         *       "id": "0198c0de-1111-7000-8000-000000000001",
         *       "name": "Utmarka sykehus",
         *       "kind": "hospital",
         *       "orgNumber": "310000000"
         *     }
         */
        Organisation: {
            /**
             * Format: uuid
             * @description Virksomhetens id.
             * @example 0198c0de-1111-7000-8000-000000000001
             */
            id: string;
            /**
             * @description Navn.
             * @example Utmarka sykehus
             */
            name: string;
            /**
             * @description Slag.
             * @example hospital
             * @enum {string}
             */
            kind: "region" | "hospital" | "unit" | "practice" | "municipality" | "helfo" | "other";
            /**
             * Format: uuid
             * @description Virksomheten den hører til.
             * @example 0198c0de-1111-7000-8000-000000000001
             */
            parentId?: string;
            /**
             * @description Organisasjonsnummer i Enhetsregisteret, ni siffer.
             * @example 123456785
             */
            orgNumber?: string;
            /**
             * @description Enhet i Register for enheter i spesialisthelsetjenesten (RESH-id).
             * @example 4200123
             */
            reshId?: string;
            /**
             * @description Adresse i Adresseregisteret (HER-id).
             * @example 8094866
             */
            herId?: string;
            /**
             * Format: email
             * @description Adresse for beskjeder.
             * @example inntak@sykehus.example
             */
            email?: string;
        };
        /**
         * @description En ny virksomhet.
         * @example {
         *       "name": "Utmarka sykehus",
         *       "kind": "hospital",
         *       "orgNumber": "310000000"
         *     }
         */
        OrganisationRequest: {
            /**
             * @description Navn.
             * @example Utmarka sykehus
             */
            name: string;
            /**
             * @description Slag.
             * @example hospital
             * @enum {string}
             */
            kind: "region" | "hospital" | "unit" | "practice" | "municipality" | "helfo" | "other";
            /**
             * Format: uuid
             * @description Virksomheten den hører til.
             * @example 0198c0de-1111-7000-8000-000000000001
             */
            parentId?: string;
            /**
             * @description Organisasjonsnummer i Enhetsregisteret, ni siffer.
             * @example 123456785
             */
            orgNumber?: string;
            /**
             * @description Enhet i Register for enheter i spesialisthelsetjenesten (RESH-id).
             * @example 4200123
             */
            reshId?: string;
            /**
             * @description Adresse i Adresseregisteret (HER-id).
             * @example 8094866
             */
            herId?: string;
            /**
             * Format: email
             * @description Adresse for beskjeder.
             * @example inntak@sykehus.example
             */
            email?: string;
        };
        /**
         * @description Innhold fra Temporals historikk.
         * @example {
         *       "payloads": [
         *         {
         *           "metadata": {
         *             "encoding": "anNvbi9wbGFpbg=="
         *           },
         *           "data": "eyJwYXRod2F5SWQiOiIwMTk4YzBkZS01ZjBiLTdjM2EtOWQ1NC0zZjJmNWIxZjVhMTEifQ=="
         *         }
         *       ]
         *     }
         */
        TemporalPayloads: {
            payloads: {
                /** @description Hva innholdet er, i base64. */
                metadata?: {
                    [key: string]: string;
                };
                /**
                 * @description Innholdet i base64.
                 * @example MQ==
                 */
                data?: string | null;
            }[];
        };
        /**
         * @description Økter som gjelder, den nyeste først.
         * @example {
         *       "sessions": [
         *         {
         *           "id": "3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e",
         *           "began": "2026-03-20T07:30:00.000Z",
         *           "until": "2026-03-20T15:30:00.000Z",
         *           "browser": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
         *           "current": true
         *         }
         *       ]
         *     }
         */
        Sessions: {
            sessions: {
                /**
                 * @description Øktens id. Den gir ingen adgang.
                 * @example 3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e
                 */
                id: string;
                /**
                 * Format: date-time
                 * @description Når innloggingen skjedde.
                 * @example 2026-03-20T09:15:00.000Z
                 */
                began: string;
                /**
                 * Format: date-time
                 * @description Når økten senest er over. Den er over før, når ingen har brukt den på en halv time.
                 * @example 2026-03-20T09:15:00.000Z
                 */
                until: string;
                /** @description Slik nettleseren kaller seg. */
                browser: string | null;
                /** @description Om det er økten som spør. */
                current: boolean;
            }[];
        };
        /**
         * @description Økter som ble avsluttet.
         * @example {
         *       "ended": 1
         *     }
         */
        EndedSessions: {
            /** @description Så mange økter ble avsluttet. */
            ended: number;
        };
        /**
         * @description Hvem som skal logges ut: én person eller alle.
         * @example {
         *       "personNumber": "01907000045"
         *     }
         */
        EndSessionsRequest: {
            /**
             * @description Fødselsnummer eller D-nummer for den som skal logges ut. Det lagres ikke.
             * @example 01907000045
             */
            personNumber: string;
        } | {
            /**
             * @description Alle skal logges ut, du også.
             * @enum {boolean}
             */
            everybody: true;
        };
        /**
         * @description Den som er logget inn.
         * @example {
         *       "id": "5f0c7c5e6a0e4c53",
         *       "kind": "person",
         *       "name": "Koordinator Prøvesen",
         *       "roles": [
         *         {
         *           "role": "coordinator",
         *           "title": "Forløpskoordinator"
         *         }
         *       ],
         *       "unit": {
         *         "id": "0198c0de-1111-7000-8000-000000000001",
         *         "name": "Utmarka sykehus"
         *       },
         *       "actions": [
         *         "worklist.read"
         *       ]
         *     }
         */
        Me: {
            /**
             * @description Id-en du har i journalen.
             * @example 5f0c7c5e6a0e4c53
             */
            id: string;
            /** @enum {string} */
            kind: "person" | "system";
            name: string | null;
            roles: {
                /**
                 * @description Rollen.
                 * @example coordinator
                 */
                role: string;
                /**
                 * @description Hva den kalles.
                 * @example Forløpskoordinator
                 */
                title: string;
            }[];
            unit: components["schemas"]["OrganisationRef"] | null;
            /** @description Det rollene gir adgang til. */
            actions: string[];
        };
        PathwayRemindersQuery: {
            /** @description Fra siden før. */
            cursor?: string;
            /**
             * @description Rader på siden (1–200).
             * @example 50
             */
            limit?: number;
        };
        /**
         * @description Påminnelser, den nyeste først.
         * @example {
         *       "rows": [
         *         {
         *           "id": "0198c0de-8888-7000-8000-000000000008",
         *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
         *           "key": "VURDERING-BRUTT#1",
         *           "duty": "VURDERING-BRUTT",
         *           "purpose": "ask",
         *           "wording": "remind",
         *           "role": "vurderer",
         *           "receiverId": "0198c0de-9999-7000-8000-000000000009",
         *           "receiverName": "Lege Legesen",
         *           "state": "sent",
         *           "code": null,
         *           "channel": "email",
         *           "template": "remind.nothing.nb@1",
         *           "language": "nb",
         *           "messageId": "5f0c7c5e6a0e4c53",
         *           "plannedAt": "2026-04-09T07:00:00.000Z",
         *           "dueAt": "2026-04-09T07:00:00.000Z",
         *           "sentAt": "2026-04-09T07:00:00.000Z",
         *           "deliveredAt": null,
         *           "readAt": null,
         *           "answeredAt": null,
         *           "answer": null,
         *           "entries": [
         *             {
         *               "at": "2026-04-09T07:00:00.000Z",
         *               "what": "sent",
         *               "channel": "email",
         *               "template": "remind.nothing.nb@1",
         *               "messageId": "5f0c7c5e6a0e4c53",
         *               "code": null,
         *               "detail": {},
         *               "actor": "system:courier"
         *             }
         *           ]
         *         }
         *       ],
         *       "nextCursor": null,
         *       "more": false
         *     }
         */
        RemindersPage: {
            rows: components["schemas"]["Reminder"][];
            nextCursor: string | null;
            more: boolean;
        };
        /** @description En påminnelse med beviset for den. */
        Reminder: {
            /**
             * Format: uuid
             * @description Påminnelsens id.
             * @example 0198c0de-8888-7000-8000-000000000008
             */
            id: string;
            /**
             * Format: uuid
             * @description Forløpets id.
             * @example 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11
             */
            pathwayId: string;
            /**
             * @description Plikten den gjelder.
             * @example VURDERING-BRUTT#1
             */
            key: string;
            /**
             * @description Pliktens navn i definisjonen.
             * @example VURDERING-BRUTT
             */
            duty: string;
            /**
             * @description ask: minner om noe. escalate: koordinatoren overtar. withdraw: noe som ble sagt, gjelder ikke lenger.
             * @example ask
             * @enum {string}
             */
            purpose: "ask" | "escalate" | "withdraw";
            /**
             * @description Teksten.
             * @example remind
             */
            wording: string;
            /**
             * @description Rollen den går til.
             * @example fastlege
             */
            role: string;
            receiverId: string | null;
            /**
             * @description Mottakeren; null for pasienten selv.
             * @example Lege Legesen
             */
            receiverName: string | null;
            /**
             * @description Hvor langt påminnelsen er kommet. failed: kom ikke fram. suppressed: ble ikke sendt. Begge har en kode.
             * @example sent
             * @enum {string}
             */
            state: "planned" | "sending" | "sent" | "delivered" | "read" | "acknowledged" | "answered" | "done" | "escalated" | "failed" | "suppressed";
            /**
             * @description Hvorfor den ikke kom fram eller ikke ble sendt.
             * @example null
             */
            code: string | null;
            channel: ("email" | "dialogmelding" | "webhook") | null;
            /**
             * @description Malene med versjon.
             * @example remind.nothing.nb@1
             */
            template: string | null;
            /**
             * @description Språket.
             * @example nb
             */
            language: string | null;
            /**
             * @description Meldingens id.
             * @example 5f0c7c5e6a0e4c53
             */
            messageId: string | null;
            /**
             * Format: date-time
             * @description Planlagt.
             * @example 2026-03-20T09:15:00.000Z
             */
            plannedAt: string;
            /**
             * Format: date-time
             * @description Sendes ikke før.
             * @example 2026-03-20T09:15:00.000Z
             */
            dueAt: string;
            sentAt: string | null;
            deliveredAt: string | null;
            readAt: string | null;
            answeredAt: string | null;
            /**
             * @description received: mottatt. not-mine: ikke min pasient. message: svar i egne ord, som står på forløpet.
             * @example null
             */
            answer: ("received" | "not-mine" | "message") | null;
            entries: components["schemas"]["ReminderEntry"][];
        };
        /** @description Noe som skjedde med en påminnelse. */
        ReminderEntry: {
            /**
             * Format: date-time
             * @description Når.
             * @example 2026-03-20T09:15:00.000Z
             */
            at: string;
            /**
             * @description Hva som skjedde.
             * @example sent
             */
            what: string;
            /**
             * @description Veien.
             * @example email
             */
            channel: string | null;
            /**
             * @description Malene med versjon.
             * @example remind.nothing.nb@1
             */
            template: string | null;
            /**
             * @description Meldingens id.
             * @example 5f0c7c5e6a0e4c53
             */
            messageId: string | null;
            /**
             * @description Hvorfor, som fast kode.
             * @example null
             */
            code: string | null;
            /** @description Koder og tall fra kvitteringen. */
            detail: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * @description Hvem som sto for det; link: et svar fra en lenke.
             * @example system:courier
             */
            actor: string;
        };
        RemindersQuery: {
            /**
             * Format: uuid
             * @description Mottakerens id.
             * @example 0198c0de-9999-7000-8000-000000000009
             */
            receiver?: string;
            /**
             * Format: date
             * @description Planlagt denne dagen eller senere.
             * @example 2026-04-08
             */
            from?: string;
            /**
             * Format: date
             * @description Planlagt denne dagen eller tidligere.
             * @example 2026-04-08
             */
            to?: string;
            /**
             * @description Hvor langt påminnelsen er kommet. failed: kom ikke fram. suppressed: ble ikke sendt. Begge har en kode.
             * @example sent
             * @enum {string}
             */
            state?: "planned" | "sending" | "sent" | "delivered" | "read" | "acknowledged" | "answered" | "done" | "escalated" | "failed" | "suppressed";
            /** @description Fra siden før. */
            cursor?: string;
            /**
             * @description Rader på siden (1–200).
             * @example 50
             */
            limit?: number;
        };
        ReminderExportQuery: {
            /**
             * Format: uuid
             * @description Mottakerens id.
             * @example 0198c0de-9999-7000-8000-000000000009
             */
            receiver?: string;
            /**
             * Format: date
             * @description Planlagt denne dagen eller senere.
             * @example 2026-04-08
             */
            from?: string;
            /**
             * Format: date
             * @description Planlagt denne dagen eller tidligere.
             * @example 2026-04-08
             */
            to?: string;
            /**
             * @description Hvor langt påminnelsen er kommet. failed: kom ikke fram. suppressed: ble ikke sendt. Begge har en kode.
             * @example sent
             * @enum {string}
             */
            state?: "planned" | "sending" | "sent" | "delivered" | "read" | "acknowledged" | "answered" | "done" | "escalated" | "failed" | "suppressed";
        };
        /**
         * @description Én linje for hver hendelse, UTF-8 med semikolon mellom feltene.
         * @example "påminnelse";"forløp"
         */
        ReminderExport: string;
        /**
         * @description Alle meldingsmaler, i alle versjoner.
         * @example {
         *       "templates": [
         *         {
         *           "id": "remind.nothing.nb",
         *           "version": 1,
         *           "validFrom": "2026-01-01",
         *           "wording": "remind",
         *           "language": "nb",
         *           "carries": "nothing"
         *         }
         *       ]
         *     }
         */
        ReminderTemplates: {
            templates: components["schemas"]["ReminderTemplate"][];
        };
        /** @description En meldingsmal i en versjon. */
        ReminderTemplate: {
            /**
             * @description Malen.
             * @example remind.nothing.nb
             */
            id: string;
            /**
             * @description Versjonen.
             * @example 1
             */
            version: number;
            /**
             * Format: date
             * @description Første dag den brukes.
             * @example 2026-01-01
             */
            validFrom: string;
            /**
             * @description Det den sier; null: brevet rundt.
             * @example remind
             */
            wording: string | null;
            /**
             * @description Bokmål, nynorsk eller engelsk.
             * @example nb
             * @enum {string}
             */
            language: "nb" | "nn" | "en";
            /**
             * @description Hva kanalen kan bære. nothing: ingenting om pasienten. health: navn, nummer og hva det gjelder.
             * @example nothing
             * @enum {string}
             */
            carries: "nothing" | "health";
        };
        ReminderPreviewQuery: {
            /**
             * @description Bokmål, nynorsk eller engelsk.
             * @example nb
             * @enum {string}
             */
            language?: "nb" | "nn" | "en";
            /**
             * @description Hva kanalen kan bære. nothing: ingenting om pasienten. health: navn, nummer og hva det gjelder.
             * @example nothing
             * @enum {string}
             */
            carries?: "nothing" | "health";
            /**
             * Format: date
             * @description Dagen malene skal gjelde. Uten verdi: i dag.
             * @example 2026-04-08
             */
            on?: string;
        };
        /**
         * @description Slik en melding ville sett ut.
         * @example {
         *       "wording": "remind",
         *       "language": "nb",
         *       "carries": "nothing",
         *       "on": "2026-04-08",
         *       "subject": "En påminnelse venter",
         *       "text": "Hei.",
         *       "templates": [
         *         {
         *           "id": "remind.nothing.nb",
         *           "version": 1
         *         }
         *       ]
         *     }
         */
        ReminderPreview: {
            /**
             * @description Det meldingen sier.
             * @example remind
             */
            wording: string;
            /**
             * @description Bokmål, nynorsk eller engelsk.
             * @example nb
             * @enum {string}
             */
            language: "nb" | "nn" | "en";
            /**
             * @description Hva kanalen kan bære. nothing: ingenting om pasienten. health: navn, nummer og hva det gjelder.
             * @example nothing
             * @enum {string}
             */
            carries: "nothing" | "health";
            /**
             * Format: date
             * @description Dagen.
             * @example 2026-04-08
             */
            on: string;
            /**
             * @description Emnet.
             * @example En påminnelse venter
             */
            subject: string;
            /**
             * @description Hele meldingen, med oppdiktede opplysninger.
             * @example Hei.
             */
            text: string;
            /** @description Malene den er satt sammen av. */
            templates: {
                /**
                 * @description Malen.
                 * @example remind.nothing.nb
                 */
                id: string;
                /**
                 * @description Versjonen.
                 * @example 1
                 */
                version: number;
            }[];
        };
        /**
         * @description En mottaker av påminnelser, og det som er valgt.
         * @example {
         *       "id": "0198c0de-9999-7000-8000-000000000009",
         *       "name": "Lege Legesen",
         *       "email": "lege@kontor.example",
         *       "hprNumber": "9144889",
         *       "herId": "80123",
         *       "channel": "email",
         *       "frequency": "daily",
         *       "maxPerWeek": 10,
         *       "language": "nb",
         *       "awayFrom": "2026-07-06",
         *       "awayTo": "2026-07-24",
         *       "standInId": null,
         *       "unreachable": null,
         *       "undigestedAt": null
         *     }
         */
        Receiver: {
            /**
             * Format: uuid
             * @description Mottakerens id.
             * @example 0198c0de-9999-7000-8000-000000000009
             */
            id: string;
            /**
             * @description Navn; null for pasienter, som står i journalen sin.
             * @example Lege Legesen
             */
            name: string | null;
            /**
             * @description E-post.
             * @example lege@kontor.example
             */
            email: string | null;
            /**
             * @description HPR-nummer.
             * @example 9144889
             */
            hprNumber: string | null;
            /**
             * @description HER-id.
             * @example 80123
             */
            herId: string | null;
            /**
             * @description Ønsket vei; null: den huset foretrekker. Brukes når huset har den og adressen er kjent.
             * @example email
             */
            channel: ("email" | "dialogmelding" | "webhook") | null;
            /**
             * @description each: når de kommer. daily: samlet kl. 9. weekly: samlet på mandag.
             * @example daily
             * @enum {string}
             */
            frequency: "each" | "daily" | "weekly";
            /**
             * @description Høyst så mange i uken; resten venter til neste. Gjelder ikke det koordinatoren overtar, og det som trekkes tilbake. null: ingen grense.
             * @example 10
             */
            maxPerWeek: number | null;
            /**
             * @description Språket.
             * @example nb
             * @enum {string}
             */
            language: "nb" | "nn" | "en";
            awayFrom: string | null;
            awayTo: string | null;
            standInId: string | null;
            /**
             * @description Hvorfor adressen ikke brukes: den tok ikke imot.
             * @example null
             */
            unreachable: string | null;
            undigestedAt: string | null;
        };
        /**
         * @description Alt en mottaker kan velge. Det som sto før, erstattes.
         * @example {
         *       "channel": "email",
         *       "frequency": "daily",
         *       "maxPerWeek": 10,
         *       "language": "nb",
         *       "away": {
         *         "from": "2026-07-06",
         *         "to": "2026-07-24"
         *       },
         *       "standIn": {
         *         "hprNumber": "9144889"
         *       }
         *     }
         */
        PreferencesRequest: {
            /**
             * @description Ønsket vei; null: den huset foretrekker. Brukes når huset har den og adressen er kjent.
             * @example email
             */
            channel: ("email" | "dialogmelding" | "webhook") | null;
            /**
             * @description each: når de kommer. daily: samlet kl. 9. weekly: samlet på mandag.
             * @example daily
             * @enum {string}
             */
            frequency: "each" | "daily" | "weekly";
            /**
             * @description Høyst så mange i uken; resten venter til neste. Gjelder ikke det koordinatoren overtar, og det som trekkes tilbake. null: ingen grense.
             * @example 10
             */
            maxPerWeek: number | null;
            /**
             * @description Språket.
             * @example nb
             * @enum {string}
             */
            language: "nb" | "nn" | "en";
            /** @description Fravær; null: ikke borte. */
            away: {
                /**
                 * Format: date
                 * @description Første dag borte.
                 * @example 2026-07-06
                 */
                from: string;
                to: string | null;
            } | null;
            /**
             * @description Hvem som svarer under fravær, etter id eller HPR-nummer; null: ingen, og koordinatoren får vite det.
             * @example {
             *       "hprNumber": "9144889"
             *     }
             */
            standIn: ({
                /**
                 * Format: uuid
                 * @description Vikaren, som mottaker.
                 * @example 0198c0de-9999-7000-8000-000000000009
                 */
                id: string;
            } | {
                /**
                 * @description Nummer i Helsepersonellregisteret.
                 * @example 9144889
                 */
                hprNumber: string;
            }) | null;
        };
        /**
         * @description Tjenesten lever.
         * @example {
         *       "status": "ok"
         *     }
         */
        Liveness: {
            /** @enum {string} */
            status: "ok";
        };
        /**
         * @description Om tjenesten kan ta imot forespørsler.
         * @example {
         *       "status": "ok",
         *       "checks": {
         *         "postgres": "up",
         *         "temporal": "up"
         *       },
         *       "detail": null
         *     }
         */
        Readiness: {
            /**
             * @description ok: alt svarer. degraded: Temporal svarer ikke, men alt kan registreres. down: databasen svarer ikke.
             * @example ok
             * @enum {string}
             */
            status: "ok" | "degraded" | "down";
            checks: {
                /**
                 * @example up
                 * @enum {string}
                 */
                postgres: "up" | "down";
                /**
                 * @example up
                 * @enum {string}
                 */
                temporal: "up" | "down";
            };
            /**
             * @description Hva som mangler.
             * @example null
             */
            detail: string | null;
        };
        /**
         * @description Feilsvar etter RFC 9457.
         * @example {
         *       "type": "urn:forlop:problem:invalid-input",
         *       "title": "Forespørselen har feil",
         *       "status": 400,
         *       "detail": "Ett felt i forespørselen har feil.",
         *       "code": "invalid-input",
         *       "correlationId": "7f0a2f0e-0c6b-4f6e-9a5e-8f2b1f0d3c11",
         *       "errors": [
         *         {
         *           "path": "/occurredOn",
         *           "code": "not-a-date",
         *           "sentence": "Datoen må skrives som ÅÅÅÅ-MM-DD og finnes i kalenderen."
         *         }
         *       ]
         *     }
         */
        Problem: {
            /**
             * @description Problemets slag.
             * @example urn:forlop:problem:invalid-input
             */
            type: string;
            /**
             * @description Kort overskrift for slaget.
             * @example Forespørselen har feil
             */
            title: string;
            /**
             * @description HTTP-status.
             * @example 400
             */
            status: number;
            /**
             * @description Hva som skjedde, i klart språk.
             * @example Ett felt i forespørselen har feil.
             */
            detail: string;
            /**
             * @description Stabil kode.
             * @example invalid-input
             */
            code: string;
            /**
             * @description Oppgi denne når du ber om hjelp. Den står også i svarhodet X-Correlation-Id og i loggen.
             * @example 7f0a2f0e-0c6b-4f6e-9a5e-8f2b1f0d3c11
             */
            correlationId: string;
            /** @description Hver feil for seg. Tom når feilen ikke gjelder bestemte felt. */
            errors: components["schemas"]["ProblemError"][];
            /**
             * @description Plassen til forløpets siste hendelse nå, ved konflikt og avslag.
             * @example 1042
             */
            position?: number;
            /** @description Hva andre har registrert siden, ved konflikt. */
            changes?: components["schemas"]["RecordedEvent"][];
        };
        /** @description Én feil i forespørselen. */
        ProblemError: {
            /**
             * @description JSON-peker til feltet i det som ble sendt. Tom når feilen gjelder det hele.
             * @example /data/utfall
             */
            path: string;
            /**
             * @description Stabil kode for feilen.
             * @example unknown-code
             */
            code: string;
            /**
             * @description Hva som er feil, og hva som skal til.
             * @example Utfall må være en av kodene rett, avslag, rad og videresendt.
             */
            sentence: string;
        };
        /** @description En hendelse i journalen, uten det som er forseglet. */
        RecordedEvent: {
            /**
             * Format: uuid
             * @description Hendelsens id.
             * @example 0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12
             */
            id: string;
            /**
             * @description Plass i journalen. Den øker for hver hendelse som registreres.
             * @example 1042
             */
            position: number;
            /**
             * @description Nummer i forløpet, fra 1.
             * @example 4
             */
            seq: number;
            /**
             * @description fact: noe som hendte. decision: et valg en person tok. observation: noe systemet selv så eller gjorde.
             * @example decision
             * @enum {string}
             */
            kind: "fact" | "decision" | "observation";
            /**
             * @description Hendelsestype.
             * @example vurdert
             */
            type: string;
            /**
             * Format: date
             * @description Dagen det hendte.
             * @example 2026-03-27
             */
            occurredOn: string;
            /**
             * Format: date-time
             * @description Da det ble registrert.
             * @example 2026-03-20T09:15:00.000Z
             */
            recordedAt: string;
            /**
             * @description Hendelsens felt. Hvilke som finnes, står i forløpets definisjon. Fritekst hører ikke hjemme her.
             * @example {
             *       "utfall": "rett"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /** @description Hendelsen som denne retter. */
            corrects: string | null;
            /** @description Hendelsen som denne sier aldri hendte. */
            retracts: string | null;
            /**
             * @description Hvem som registrerte, som slag og id.
             * @example person:utvikler
             */
            actor: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    referralsTake: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "source": {
                 *         "kind": "api",
                 *         "system": "urn:uuid:9a2f0e0c-6b4f-4e9a-8f2b-1f0d3c117f0a",
                 *         "id": "H-2026-000123"
                 *       },
                 *       "patient": {
                 *         "identifier": {
                 *           "system": "urn:oid:2.16.578.1.12.4.1.4.1",
                 *           "value": "15848800055"
                 *         },
                 *         "birthDate": "1988-04-15",
                 *         "name": {
                 *           "given": "Kari",
                 *           "family": "Testesen"
                 *         },
                 *         "sex": "kvinne"
                 *       },
                 *       "referrer": {
                 *         "hpr": "9144889",
                 *         "name": "Lege Legesen"
                 *       },
                 *       "mottattdato": "2026-03-20",
                 *       "priority": "routine",
                 *       "reasonCodes": [
                 *         {
                 *           "system": "urn:oid:2.16.578.1.12.4.1.1.7170",
                 *           "code": "A04"
                 *         }
                 *       ],
                 *       "grounds": "usikker-diagnose",
                 *       "functionLossPercent": 60,
                 *       "severity": "moderat",
                 *       "testsDone": [
                 *         "anti-ccp",
                 *         "acth",
                 *         "pro-bnp"
                 *       ],
                 *       "text": "Økende utmattelse etter infeksjon.",
                 *       "definition": "langvarig-utmattelse"
                 *     }
                 */
                "application/json": components["schemas"]["Referral"];
            };
        };
        responses: {
            /** @description Henvisningen er lagt til i et forløp som finnes, retter det som var mottatt før, eller var mottatt før. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "created",
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "patientId": "0198c0de-7777-7000-8000-000000000007",
                     *       "position": 1042,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["IntakeResult"];
                };
            };
            /** @description Et nytt forløp er startet. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "created",
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "patientId": "0198c0de-7777-7000-8000-000000000007",
                     *       "position": 1042,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["IntakeResult"];
                };
            };
            /** @description Henvisningen er satt i karantene. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "created",
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "patientId": "0198c0de-7777-7000-8000-000000000007",
                     *       "position": 1042,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["IntakeResult"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fhirCreate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kan brukes, men trengs ikke: henvisningen kjennes igjen på identifikatoren sin. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Henvisningen, gjerne etter Norsk helsenetts profil hn-basis-serviceRequest. */
        requestBody: {
            content: {
                "application/fhir+json": Record<string, never>;
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Alt var mottatt før. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "information",
                     *           "code": "informational",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:mottak",
                     *                 "code": "same"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Henvisningen var mottatt før, og ingenting nytt er registrert. Den er forløp 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11.",
                     *           "expression": [
                     *             "ServiceRequest"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Noe nytt er tatt inn. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "information",
                     *           "code": "informational",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:mottak",
                     *                 "code": "created"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Henvisningen er tatt inn som forløp 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11.",
                     *           "expression": [
                     *             "ServiceRequest"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Innholdet kan ikke leses. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "invalid",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "unreadable-body"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Innholdet kan ikke leses."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Du er ikke logget inn. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "login",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "unauthenticated"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Du er ikke logget inn."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Du har ikke tilgang. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "forbidden",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "forbidden"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Du har ikke tilgang."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Innholdet er for stort. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "too-long",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "too-large"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Innholdet er for stort."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Innholdet er ikke sendt som JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "not-supported",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "unsupported-media-type"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Innholdet er ikke sendt som JSON."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Noe kunne ikke godtas, og ligger i karantene. Eller Idempotency-Key er brukt til noe annet. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "business-rule",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:mottak",
                     *                 "code": "quarantined"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Henvisningen er ikke godtatt. Den ligger i karantene med nummer 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11 og blir fulgt opp fra mottaksdagen. Rett feilen og send den på nytt.",
                     *           "expression": [
                     *             "ServiceRequest"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description For mange forespørsler på kort tid. Retry-After sier hvor lenge du må vente. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "throttled",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "too-many-requests"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "For mange forespørsler på kort tid. Retry-After sier hvor lenge du må vente."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Noe gikk galt hos oss. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "fatal",
                     *           "code": "exception",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "internal"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Noe gikk galt hos oss."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "fatal",
                     *           "code": "transient",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "unavailable"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Tjenesten svarer ikke akkurat nå."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
        };
    };
    fhirBundle: {
        parameters: {
            query?: never;
            header?: {
                /** @description Kan brukes, men trengs ikke: henvisningen kjennes igjen på identifikatoren sin. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description En Bundle med ServiceRequest og ressursene den viser til. */
        requestBody: {
            content: {
                "application/fhir+json": Record<string, never>;
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Alt var mottatt før. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "information",
                     *           "code": "informational",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:mottak",
                     *                 "code": "same"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Henvisningen var mottatt før, og ingenting nytt er registrert. Den er forløp 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11.",
                     *           "expression": [
                     *             "ServiceRequest"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Noe nytt er tatt inn. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "information",
                     *           "code": "informational",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:mottak",
                     *                 "code": "created"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Henvisningen er tatt inn som forløp 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11.",
                     *           "expression": [
                     *             "ServiceRequest"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Innholdet kan ikke leses. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "invalid",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "unreadable-body"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Innholdet kan ikke leses."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Du er ikke logget inn. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "login",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "unauthenticated"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Du er ikke logget inn."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Du har ikke tilgang. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "forbidden",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "forbidden"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Du har ikke tilgang."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Innholdet er for stort. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "too-long",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "too-large"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Innholdet er for stort."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Innholdet er ikke sendt som JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "not-supported",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "unsupported-media-type"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Innholdet er ikke sendt som JSON."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Noe kunne ikke godtas, og ligger i karantene. Eller Idempotency-Key er brukt til noe annet. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "business-rule",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:mottak",
                     *                 "code": "quarantined"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Henvisningen er ikke godtatt. Den ligger i karantene med nummer 0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11 og blir fulgt opp fra mottaksdagen. Rett feilen og send den på nytt.",
                     *           "expression": [
                     *             "ServiceRequest"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description For mange forespørsler på kort tid. Retry-After sier hvor lenge du må vente. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "throttled",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "too-many-requests"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "For mange forespørsler på kort tid. Retry-After sier hvor lenge du må vente."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Noe gikk galt hos oss. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "fatal",
                     *           "code": "exception",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "internal"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Noe gikk galt hos oss."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "fatal",
                     *           "code": "transient",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "unavailable"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Tjenesten svarer ikke akkurat nå."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
        };
    };
    fhirMetadata: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CapabilityStatement. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "CapabilityStatement",
                     *       "status": "active",
                     *       "date": "2026-01-01",
                     *       "kind": "instance",
                     *       "software": {
                     *         "name": "Forløp",
                     *         "version": "0.1.0"
                     *       },
                     *       "implementation": {
                     *         "description": "Forløp: mottak av henvisninger",
                     *         "url": "https://forlop.example/api/v1/fhir"
                     *       },
                     *       "fhirVersion": "4.0.1",
                     *       "format": [
                     *         "application/fhir+json"
                     *       ],
                     *       "rest": [
                     *         {
                     *           "mode": "server",
                     *           "documentation": "Henvisninger tas imot som ServiceRequest, eller som en Bundle med ServiceRequest, Patient, Practitioner og Organization sendt til basisadressen. Svaret er alltid en OperationOutcome: 201 når noe nytt er tatt inn, 200 når alt var mottatt før, og 422 når noe ikke kunne godtas. Det som ikke godtas, ligger i karantene og følges opp. Samme henvisning sendt på nytt gir ikke noe nytt.",
                     *           "resource": [
                     *             {
                     *               "type": "ServiceRequest",
                     *               "supportedProfile": [
                     *                 "http://helsenorge.no/fhir/StructureDefinition/hn-basis-serviceRequest"
                     *               ],
                     *               "documentation": "Henvisning til spesialisthelsetjenesten.",
                     *               "interaction": [
                     *                 {
                     *                   "code": "create",
                     *                   "documentation": "Tar imot en henvisning. Den kjennes igjen på identifikatoren sin."
                     *                 }
                     *               ],
                     *               "conditionalCreate": false
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description For mange forespørsler på kort tid. Retry-After sier hvor lenge du må vente. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "error",
                     *           "code": "throttled",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "too-many-requests"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "For mange forespørsler på kort tid. Retry-After sier hvor lenge du må vente."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Noe gikk galt hos oss. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "fatal",
                     *           "code": "exception",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "internal"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Noe gikk galt hos oss."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "resourceType": "OperationOutcome",
                     *       "issue": [
                     *         {
                     *           "severity": "fatal",
                     *           "code": "transient",
                     *           "details": {
                     *             "coding": [
                     *               {
                     *                 "system": "urn:forlop:problem",
                     *                 "code": "unavailable"
                     *               }
                     *             ]
                     *           },
                     *           "diagnostics": "Tjenesten svarer ikke akkurat nå."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/fhir+json": Record<string, never>;
                };
            };
        };
    };
    pathwaysView: {
        parameters: {
            query?: {
                /** @description Vis forløpet slik det er på denne dagen. Uten verdi: i dag. */
                asOf?: string;
                /** @description Bruk bare det som var registrert til og med denne plassen i journalen. Uten verdi: alt. */
                knownAt?: number;
            };
            header?: never;
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forløpet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "mode": "live",
                     *       "organisation": {
                     *         "id": "0198c0de-1111-7000-8000-000000000001",
                     *         "name": "Utmarka sykehus"
                     *       },
                     *       "patient": {
                     *         "id": "0198c0de-7777-7000-8000-000000000007",
                     *         "name": {
                     *           "given": "Kari",
                     *           "family": "Testesen"
                     *         },
                     *         "birthDate": "1988-04-15",
                     *         "identifier": {
                     *           "system": "urn:oid:2.16.578.1.12.4.1.4.1",
                     *           "value": "15848800055"
                     *         },
                     *         "verified": true,
                     *         "sex": "kvinne",
                     *         "phone": null,
                     *         "address": null,
                     *         "protection": null,
                     *         "erased": false
                     *       },
                     *       "regime": {
                     *         "definition": {
                     *           "id": "langvarig-utmattelse",
                     *           "version": "2026.1"
                     *         },
                     *         "calendar": {
                     *           "id": "norge",
                     *           "version": "2026.1"
                     *         },
                     *         "parameters": {}
                     *       },
                     *       "definitionTitle": "Langvarig utmattelse av ukjent årsak",
                     *       "asOf": "2026-03-27",
                     *       "position": 1042,
                     *       "step": {
                     *         "id": "mottatt",
                     *         "title": "Mottatt",
                     *         "since": "2026-03-20",
                     *         "owner": "vurderer"
                     *       },
                     *       "active": true,
                     *       "endedOn": null,
                     *       "variant": "voksen",
                     *       "groups": [
                     *         "voksen"
                     *       ],
                     *       "attributes": {
                     *         "alvorlighetsgrad": "moderat"
                     *       },
                     *       "clocks": [
                     *         {
                     *           "clock": "FRIST-VURDERING",
                     *           "occurrence": 1,
                     *           "key": "FRIST-VURDERING#1",
                     *           "kind": "legal",
                     *           "ruleStatus": "in-force",
                     *           "owner": "vurderer",
                     *           "startOn": "2026-03-20",
                     *           "warnOn": "2026-03-31",
                     *           "atRiskFrom": null,
                     *           "dueOn": "2026-04-08",
                     *           "metOn": "2026-03-27",
                     *           "endedOn": null,
                     *           "endedAs": null,
                     *           "passedByPatient": false,
                     *           "lapses": false,
                     *           "bookedOn": null,
                     *           "foreseenOn": null,
                     *           "delayCause": null,
                     *           "version": "2026.1",
                     *           "facts": {
                     *             "start": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *             "met": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *           },
                     *           "status": "met",
                     *           "title": "Vurdering av henvisningen"
                     *         }
                     *       ],
                     *       "nextSteps": [
                     *         {
                     *           "rule": "FRIST-SVAR",
                     *           "clockKey": "FRIST-SVAR#1",
                     *           "owner": "mottak",
                     *           "dueOn": "2026-04-08",
                     *           "status": "running"
                     *         }
                     *       ],
                     *       "alarms": [],
                     *       "findings": [],
                     *       "requirements": [
                     *         {
                     *           "id": "HENVISNING-PROVER",
                     *           "has": [
                     *             "anti-ccp",
                     *             "acth",
                     *             "pro-bnp"
                     *           ],
                     *           "missing": [],
                     *           "optionalMissing": []
                     *         }
                     *       ],
                     *       "plans": [],
                     *       "countables": {},
                     *       "obligations": [],
                     *       "commands": [
                     *         {
                     *           "command": "vurder-rett",
                     *           "allowed": true,
                     *           "refusal": null,
                     *           "warnings": []
                     *         }
                     *       ],
                     *       "timeline": [
                     *         {
                     *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *           "position": 1042,
                     *           "seq": 2,
                     *           "kind": "fact",
                     *           "type": "henvisningMottatt",
                     *           "occurredOn": "2026-03-20",
                     *           "recordedAt": "2026-03-20T09:15:00.000Z",
                     *           "data": {},
                     *           "corrects": null,
                     *           "retracts": null,
                     *           "actor": "integration:henvisningsmottak",
                     *           "title": "Henvisningen er mottatt",
                     *           "text": "Økende utmattelse etter infeksjon.",
                     *           "supersededBy": null
                     *         }
                     *       ],
                     *       "fastlege": {
                     *         "status": "har-fastlege",
                     *         "since": "2024-01-01",
                     *         "doctors": [
                     *           {
                     *             "name": "Rolig Mønster",
                     *             "hprNumber": "9100004",
                     *             "role": "fastlege"
                     *           }
                     *         ],
                     *         "office": {
                     *           "name": "Prøvelia legesenter",
                     *           "orgNumber": "310001007"
                     *         },
                     *         "herId": "8200004",
                     *         "asOf": "2026-03-27T05:12:00.000Z",
                     *         "source": "fastlegeregisteret"
                     *       },
                     *       "quarantine": null
                     *     }
                     */
                    "application/json": components["schemas"]["Pathway"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwaysTimeline: {
        parameters: {
            query?: {
                /** @description Vis forløpet slik det er på denne dagen. Uten verdi: i dag. */
                asOf?: string;
                /** @description Bruk bare det som var registrert til og med denne plassen i journalen. Uten verdi: alt. */
                knownAt?: number;
            };
            header?: never;
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tidslinjen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "asOf": "2026-03-27",
                     *       "position": 1042,
                     *       "total": 1,
                     *       "entries": [
                     *         {
                     *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *           "position": 1042,
                     *           "seq": 2,
                     *           "kind": "fact",
                     *           "type": "henvisningMottatt",
                     *           "occurredOn": "2026-03-20",
                     *           "recordedAt": "2026-03-20T09:15:00.000Z",
                     *           "data": {},
                     *           "corrects": null,
                     *           "retracts": null,
                     *           "actor": "integration:henvisningsmottak",
                     *           "title": "Henvisningen er mottatt",
                     *           "text": "Økende utmattelse etter infeksjon.",
                     *           "supersededBy": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Timeline"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwaysExplain: {
        parameters: {
            query?: {
                /** @description Vis forløpet slik det er på denne dagen. Uten verdi: i dag. */
                asOf?: string;
                /** @description Bruk bare det som var registrert til og med denne plassen i journalen. Uten verdi: alt. */
                knownAt?: number;
            };
            header?: never;
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Fristens nøkkel (FRIST-VURDERING#1, der # skrives %23), eller bare regel-id for den siste. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forklaringen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "clockKey": "FRIST-VURDERING#1",
                     *       "rule": {
                     *         "id": "FRIST-VURDERING",
                     *         "title": "Vurdering av henvisningen",
                     *         "status": "in-force",
                     *         "kind": "legal"
                     *       },
                     *       "value": {
                     *         "value": 10,
                     *         "unit": "virkedag"
                     *       },
                     *       "sources": [
                     *         {
                     *           "source": "pbrl",
                     *           "title": "Lov om pasient- og brukerrettigheter",
                     *           "locator": "§ 2-2"
                     *         }
                     *       ],
                     *       "versions": {
                     *         "definition": "langvarig-utmattelse 2026.1",
                     *         "calendar": "norge 2026.1",
                     *         "kernel": "1"
                     *       },
                     *       "status": "met",
                     *       "row": {
                     *         "clock": "FRIST-VURDERING",
                     *         "occurrence": 1,
                     *         "key": "FRIST-VURDERING#1",
                     *         "kind": "legal",
                     *         "ruleStatus": "in-force",
                     *         "owner": "vurderer",
                     *         "startOn": "2026-03-20",
                     *         "warnOn": "2026-03-31",
                     *         "atRiskFrom": null,
                     *         "dueOn": "2026-04-08",
                     *         "metOn": "2026-03-27",
                     *         "endedOn": null,
                     *         "endedAs": null,
                     *         "passedByPatient": false,
                     *         "lapses": false,
                     *         "bookedOn": null,
                     *         "foreseenOn": null,
                     *         "delayCause": null,
                     *         "version": "2026.1",
                     *         "facts": {
                     *           "start": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *           "met": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *         }
                     *       },
                     *       "events": [
                     *         {
                     *           "part": "start",
                     *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *           "type": "henvisningMottatt",
                     *           "occurredOn": "2026-03-20",
                     *           "recordedAt": "2026-03-20T09:15:00.000Z",
                     *           "correctedBy": []
                     *         }
                     *       ],
                     *       "skipped": [
                     *         {
                     *           "date": "2026-04-02",
                     *           "reasons": [
                     *             {
                     *               "kind": "holiday",
                     *               "name": "Skjærtorsdag"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "shown": [
                     *         {
                     *           "status": "met",
                     *           "from": "2026-03-27",
                     *           "to": null,
                     *           "dueOn": "2026-04-08",
                     *           "knownAt": 1043
                     *         }
                     *       ],
                     *       "sentences": [
                     *         "Siste dag er onsdag 8. april 2026: 10 virkedager etter at den begynte.",
                     *         "Den ble holdt."
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwaysCommands: {
        parameters: {
            query?: {
                /** @description Vis forløpet slik det er på denne dagen. Uten verdi: i dag. */
                asOf?: string;
            };
            header?: never;
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kommandoene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "asOf": "2026-03-27",
                     *       "position": 1042,
                     *       "commands": [
                     *         {
                     *           "command": "vurder-rett",
                     *           "allowed": true,
                     *           "refusal": null,
                     *           "warnings": [],
                     *           "title": {
                     *             "nb": "Vurder: rett til helsehjelp"
                     *           },
                     *           "records": "vurdert",
                     *           "fields": {},
                     *           "text": "optional",
                     *           "roles": [
                     *             "vurderer"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Commands"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwayWritesCommand: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Kommandoens id i forløpets definisjon. */
                command: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "occurredOn": "2026-03-27",
                 *       "data": {
                 *         "svarkode": "2"
                 *       },
                 *       "expectedPosition": 1042
                 *     }
                 */
                "application/json": components["schemas"]["CommandRequest"];
            };
        };
        responses: {
            /** @description Kommandoen er utført. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå, eller: Andre har registrert noe i mellomtiden */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwayWritesRecord: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "facts": [
                 *         {
                 *           "type": "svarSendt",
                 *           "occurredOn": "2026-03-27",
                 *           "data": {
                 *             "til": "pasient"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["FactsRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwayWritesMove: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "definition": {
                 *         "id": "langvarig-utmattelse",
                 *         "version": "2026.2"
                 *       },
                 *       "reason": "Ny versjon er vedtatt.",
                 *       "on": "2026-03-27"
                 *     }
                 */
                "application/json": components["schemas"]["MoveRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwayWritesSetMode: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "mode": "paused",
                 *       "reason": "Pasienten er i utlandet etter eget ønske."
                 *     }
                 */
                "application/json": components["schemas"]["ModeRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwayWritesAssignOwner: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Rollen, slik forløpets definisjon kaller den. */
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "person": "koordinator-17",
                 *       "occurredOn": "2026-03-27"
                 *     }
                 */
                "application/json": components["schemas"]["OwnerRequest"];
            };
        };
        responses: {
            /** @description Rollen er gitt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ],
                     *       "warnings": []
                     *     }
                     */
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå, eller: Andre har registrert noe i mellomtiden */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwayWritesSetContact: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Rollen, slik forløpets definisjon kaller den. */
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Lege Legesen",
                 *       "email": "lege@legekontor.example"
                 *     }
                 */
                "application/json": components["schemas"]["ContactRequest"];
            };
        };
        responses: {
            /** @description Kontakten er lagret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "role": "fastlege"
                     *     }
                     */
                    "application/json": components["schemas"]["ContactAnswer"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pathwayWritesConfirm: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Oppgavens nøkkel (regel-id og nummer, der # skrives %23). */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["ConfirmationRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eventsCorrect: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Hendelsens id. */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "occurredOn": "2026-03-26",
                 *       "data": {
                 *         "utfall": "rett"
                 *       },
                 *       "text": "Registrert på feil dag."
                 *     }
                 */
                "application/json": components["schemas"]["CorrectionRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eventsRetract: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Hendelsens id. */
                eventId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Registrert på feil pasient."
                 *     }
                 */
                "application/json": components["schemas"]["RetractionRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    worklistPage: {
        parameters: {
            query?: {
                /** @description Rollen eller personen som må handle. */
                owner?: string;
                /** @description Virksomhet. Kan gis flere ganger, eller med komma mellom. */
                org?: string | string[];
                /** @description Forløpets definisjon. */
                definition?: string;
                /** @description Variant. */
                variant?: string;
                /** @description Steg. */
                step?: string;
                /** @description Regel-id. Da har listen en rad for hver frist av denne regelen. */
                clock?: string;
                /** @description Fristens status: én eller flere. Sammen med clock gjelder det den fristen, ellers enhver åpen frist. */
                clockStatus?: string | string[];
                /** @description Neste frist er før denne dagen. */
                dueBefore?: string;
                /** @description En åpen frist er brutt, og ikke etter pasientens eget valg. */
                broken?: "true" | "false";
                /** @description En åpen frist er i fare. */
                atRisk?: "true" | "false";
                /** @description Pasienten har ikke noe neste steg. */
                noNextStep?: "true" | "false";
                /** @description Forløpet har hendelser som ikke passer. */
                findings?: "true" | "false";
                /** @description Henvisningen ligger i karantene. */
                quarantine?: "true" | "false";
                /** @description live: forløpet følges og minner om frister. paused: det står på vent. historical: importert historie som aldri minner noen. */
                mode?: "live" | "paused" | "historical";
                /** @description Ta også med forløp som er over. */
                includeFinished?: "true" | "false";
                /** @description due: den nærmeste fristen først. waiting: lengst i steget først. received: eldst først. */
                sort?: "due" | "waiting" | "received";
                /** @description nextCursor fra siden før. */
                cursor?: string;
                /** @description Antall rader, høyst 200. Uten verdi: 50. */
                limit?: number;
                /** @description Vis listen slik den er på denne dagen. Uten verdi: i dag. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description En side av listen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-03-27",
                     *       "total": 1,
                     *       "totalIsLeast": false,
                     *       "more": false,
                     *       "nextCursor": null,
                     *       "rows": [
                     *         {
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "patient": {
                     *             "id": "0198c0de-7777-7000-8000-000000000007",
                     *             "name": {
                     *               "given": "Kari",
                     *               "family": "Testesen"
                     *             },
                     *             "birthDate": "1988-04-15"
                     *           },
                     *           "organisation": {
                     *             "id": "0198c0de-1111-7000-8000-000000000001",
                     *             "name": "Utmarka sykehus"
                     *           },
                     *           "mode": "live",
                     *           "definition": {
                     *             "id": "langvarig-utmattelse",
                     *             "version": "2026.1"
                     *           },
                     *           "step": "mottatt",
                     *           "stepSince": "2026-03-20",
                     *           "variant": "voksen",
                     *           "receivedOn": "2026-03-20",
                     *           "clock": {
                     *             "key": "FRIST-VURDERING#1",
                     *             "clock": "FRIST-VURDERING",
                     *             "owner": "vurderer",
                     *             "dueOn": "2026-04-08",
                     *             "status": "running"
                     *           },
                     *           "broken": false,
                     *           "atRisk": false,
                     *           "noNextStep": false,
                     *           "findings": 0,
                     *           "quarantined": false,
                     *           "position": 1042
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WorklistPage"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    worklistCounts: {
        parameters: {
            query?: {
                /** @description Virksomhet. Kan gis flere ganger, eller med komma mellom. */
                org?: string | string[];
                /** @description Vis listen slik den er på denne dagen. Uten verdi: i dag. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Antallene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-03-27",
                     *       "open": 214,
                     *       "broken": 3,
                     *       "atRisk": 11,
                     *       "dueThisWeek": 27,
                     *       "noNextStep": 0,
                     *       "findings": 5,
                     *       "quarantine": 2
                     *     }
                     */
                    "application/json": components["schemas"]["WorklistCounts"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchFind: {
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
                 *       "name": "Kari Testesen"
                 *     }
                 */
                "application/json": components["schemas"]["SearchRequest"];
            };
        };
        responses: {
            /** @description Treffene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "hits": [
                     *         {
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "patient": {
                     *             "id": "0198c0de-7777-7000-8000-000000000007",
                     *             "name": {
                     *               "given": "Kari",
                     *               "family": "Testesen"
                     *             },
                     *             "birthDate": "1988-04-15",
                     *             "identifier": {
                     *               "system": "urn:oid:2.16.578.1.12.4.1.4.1",
                     *               "value": "15848800055"
                     *             },
                     *             "verified": true,
                     *             "sex": "kvinne",
                     *             "phone": null,
                     *             "address": null,
                     *             "protection": null,
                     *             "erased": false
                     *           },
                     *           "mode": "live",
                     *           "definition": {
                     *             "id": "langvarig-utmattelse",
                     *             "version": "2026.1"
                     *           },
                     *           "step": "mottatt",
                     *           "organisation": {
                     *             "id": "0198c0de-1111-7000-8000-000000000001",
                     *             "name": "Utmarka sykehus"
                     *           }
                     *         }
                     *       ],
                     *       "more": false,
                     *       "nextCursor": null
                     *     }
                     */
                    "application/json": components["schemas"]["SearchPage"];
                };
            };
            /** @description Forespørselen har feil, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quarantinePage: {
        parameters: {
            query?: {
                /** @description Virksomhet. Kan gis flere ganger, eller med komma mellom. */
                org?: string | string[];
                /** @description nextCursor fra siden før. */
                cursor?: string;
                /** @description Antall rader, høyst 200. Uten verdi: 50. */
                limit?: number;
                /** @description Vis listen slik den er på denne dagen. Uten verdi: i dag. */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description En side av listen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-03-27",
                     *       "total": 1,
                     *       "totalIsLeast": false,
                     *       "more": false,
                     *       "nextCursor": null,
                     *       "rows": [
                     *         {
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "patient": {
                     *             "id": "0198c0de-7777-7000-8000-000000000007",
                     *             "name": {
                     *               "given": "Kari",
                     *               "family": "Testesen"
                     *             },
                     *             "birthDate": "1988-04-15"
                     *           },
                     *           "organisation": {
                     *             "id": "0198c0de-1111-7000-8000-000000000001",
                     *             "name": "Utmarka sykehus"
                     *           },
                     *           "mode": "live",
                     *           "definition": {
                     *             "id": "langvarig-utmattelse",
                     *             "version": "2026.1"
                     *           },
                     *           "step": "karantene",
                     *           "stepSince": "2026-03-20",
                     *           "variant": "voksen",
                     *           "receivedOn": "2026-03-20",
                     *           "clock": {
                     *             "key": "KARANTENE#1",
                     *             "clock": "KARANTENE",
                     *             "owner": "mottak",
                     *             "dueOn": "2026-03-23",
                     *             "status": "running"
                     *           },
                     *           "broken": false,
                     *           "atRisk": false,
                     *           "noNextStep": false,
                     *           "findings": 0,
                     *           "quarantined": true,
                     *           "position": 1042,
                     *           "quarantine": {
                     *             "receivedOn": "2026-03-20",
                     *             "owner": "mottak",
                     *             "reasons": [
                     *               {
                     *                 "code": "ugyldig-fodselsnummer",
                     *                 "path": "ServiceRequest.subject.identifier.value",
                     *                 "sentence": "Fødselsnummeret er ikke gyldig: kontrollsifrene stemmer ikke."
                     *               }
                     *             ],
                     *             "sourceSystem": "http://helsenorge.no/fhir/identifiers/uuid",
                     *             "frister": [
                     *               {
                     *                 "key": "FRIST-VURDERING#1",
                     *                 "clock": "FRIST-VURDERING",
                     *                 "owner": "vurderer",
                     *                 "dueOn": "2026-04-08",
                     *                 "status": "running"
                     *               }
                     *             ]
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["QuarantinePage"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    quarantineRelease: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "as": "discarded",
                 *       "reason": "Testmelding, avsenderen er varslet.",
                 *       "on": "2026-03-23"
                 *     }
                 */
                "application/json": components["schemas"]["QuarantineRelease"];
            };
        };
        responses: {
            /** @description Karantenen er avklart. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "created",
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "patientId": "0198c0de-7777-7000-8000-000000000007",
                     *       "position": 1042,
                     *       "reasons": []
                     *     }
                     */
                    "application/json": components["schemas"]["IntakeResult"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rulesDefinitions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Definisjonene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "definitions": [
                     *         {
                     *           "id": "langvarig-utmattelse",
                     *           "version": "2026.1",
                     *           "title": {
                     *             "nb": "Langvarig utmattelse av ukjent årsak"
                     *           },
                     *           "status": "proposed",
                     *           "validFrom": "2026-01-01",
                     *           "calendar": {
                     *             "id": "norge",
                     *             "version": "2026.1"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Definitions"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rulesDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Definisjonens id. */
                id: string;
                /** @description Versjonen. */
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Definisjonen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "langvarig-utmattelse",
                     *       "version": "2026.1",
                     *       "title": {
                     *         "nb": "Langvarig utmattelse av ukjent årsak"
                     *       },
                     *       "status": "proposed",
                     *       "validFrom": "2026-01-01",
                     *       "calendar": {
                     *         "id": "norge",
                     *         "version": "2026.1"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Definition"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rulesCalendars: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Kalenderne. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "calendars": [
                     *         {
                     *           "id": "norge",
                     *           "version": "2026.1",
                     *           "title": "Norske virkedager",
                     *           "source": "Lov om helligdager og helligdagsfred",
                     *           "workingWeekdays": [
                     *             1,
                     *             2,
                     *             3,
                     *             4,
                     *             5
                     *           ],
                     *           "holidays": [
                     *             {
                     *               "month": 1,
                     *               "day": 1,
                     *               "name": "Første nyttårsdag"
                     *             },
                     *             {
                     *               "easterOffset": -3,
                     *               "name": "Skjærtorsdag"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Calendars"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    participantsParticipants: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deltakerne. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "participants": [
                     *         {
                     *           "id": "responsible:1",
                     *           "basis": "responsible",
                     *           "role": "ansvarlig",
                     *           "organisation": {
                     *             "id": "0198c0de-1111-7000-8000-000000000001",
                     *             "name": "Utmarka sykehus"
                     *           },
                     *           "name": null,
                     *           "from": "2026-03-20",
                     *           "through": null,
                     *           "steps": null,
                     *           "now": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Participants"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    participantsGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "organisationId": "0198c0de-1111-7000-8000-000000000001",
                 *       "role": "tredjelinje"
                 *     }
                 */
                "application/json": components["schemas"]["ParticipantRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    participantsWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Tilgangens eller sperringens id, fra listen. */
                grant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Samarbeidet er avsluttet."
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawalRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    participantsTransfer: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "0198c0de-1111-7000-8000-000000000001",
                 *       "on": "2026-04-08",
                 *       "reason": "Pasienten har flyttet."
                 *     }
                 */
                "application/json": components["schemas"]["TransferRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    participantsBlock: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "organisationId": "0198c0de-1111-7000-8000-000000000001"
                 *     }
                 */
                "application/json": components["schemas"]["BlockRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    participantsUnblock: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Tilgangens eller sperringens id, fra listen. */
                grant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Samarbeidet er avsluttet."
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawalRequest"];
            };
        };
        responses: {
            /** @description Registrert. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "position": 1043,
                     *       "eventIds": [
                     *         "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a13"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Recorded"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    participantsBreakGlass: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "helsehjelp",
                 *       "reason": "Pasienten er innlagt akutt hos oss i natt."
                 *     }
                 */
                "application/json": components["schemas"]["BreakGlassRequest"];
            };
        };
        responses: {
            /** @description Tilgangen er åpnet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "actor": "person:5f0c7c5e6a0e4c53",
                     *       "organisation": null,
                     *       "kind": "helsehjelp",
                     *       "from": "2026-03-20T09:15:00.000Z",
                     *       "until": "2026-03-20T13:15:00.000Z",
                     *       "reason": null
                     *     }
                     */
                    "application/json": components["schemas"]["BreakGlass"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accessLogBreakGlass: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bruken. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uses": []
                     *     }
                     */
                    "application/json": components["schemas"]["BreakGlassUses"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    breakGlassOpen: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "personNumber": "15848800055",
                 *       "kind": "helsehjelp",
                 *       "reason": "Pasienten er innlagt akutt hos oss i natt."
                 *     }
                 */
                "application/json": components["schemas"]["BreakGlassByNumberRequest"];
            };
        };
        responses: {
            /** @description Tilgangen er åpnet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "actor": "person:5f0c7c5e6a0e4c53",
                     *           "organisation": null,
                     *           "kind": "helsehjelp",
                     *           "from": "2026-03-20T09:15:00.000Z",
                     *           "until": "2026-03-20T13:15:00.000Z",
                     *           "reason": "Pasienten er innlagt akutt hos oss i natt."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["BreakGlassOpened"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid, eller: For mange forsøk */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasureRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "legalBasis": "patients-demand",
                 *       "reason": "Krav fra pasienten, vurdert av journalansvarlig."
                 *     }
                 */
                "application/json": components["schemas"]["ErasureRequest"];
            };
        };
        responses: {
            /** @description Noen har alt bedt om det. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "requested",
                     *       "id": "0198c0de-8888-7000-8000-000000000001",
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "obstacles": [
                     *         {
                     *           "code": "live",
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "until": null,
                     *           "rule": null,
                     *           "sentence": "Forløpet er ikke avsluttet."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErasureRequested"];
                };
            };
            /** @description Anmodningen er registrert. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outcome": "requested",
                     *       "id": "0198c0de-8888-7000-8000-000000000001",
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "obstacles": [
                     *         {
                     *           "code": "live",
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "until": null,
                     *           "rule": null,
                     *           "sentence": "Forløpet er ikke avsluttet."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErasureRequested"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasureList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Anmodningene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "id": "0198c0de-8888-7000-8000-000000000001",
                     *           "patientId": "0198c0de-7777-7000-8000-000000000007",
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "legalBasis": "patients-demand",
                     *           "reason": null,
                     *           "requestedBy": "person:5f0c7c5e6a0e4c53",
                     *           "requestedAt": "2026-03-20T09:15:00.000Z",
                     *           "state": "open",
                     *           "endedBy": null,
                     *           "endedAt": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Erasures"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasureObstacles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Anmodningens id. */
                erasure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Det som hindrer nå. Tom: den kan gjennomføres. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-8888-7000-8000-000000000001",
                     *       "obstacles": [
                     *         {
                     *           "code": "live",
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "until": null,
                     *           "rule": null,
                     *           "sentence": "Forløpet er ikke avsluttet."
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErasureObstacles"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasureWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Anmodningens id. */
                erasure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Anmodningen er trukket. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-8888-7000-8000-000000000001",
                     *       "state": "withdrawn"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawnErasure"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasureCarryOut: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Anmodningens id. */
                erasure: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pasienten er slettet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seq": 1,
                     *       "erasureId": "0198c0de-8888-7000-8000-000000000001",
                     *       "patientIds": [
                     *         "0198c0de-7777-7000-8000-000000000007"
                     *       ],
                     *       "pathwayIds": [
                     *         "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11"
                     *       ],
                     *       "legalBasis": "patients-demand",
                     *       "requestedBy": "person:5f0c7c5e6a0e4c53",
                     *       "requestedAt": "2026-03-20T09:15:00.000Z",
                     *       "carriedOutBy": "person:9b1d4c5e6a0e4c77",
                     *       "erasedAt": "2026-03-23T09:15:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CarriedOutErasure"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Kan ikke gjøres nå */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erasureDue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description En side av listen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "patientId": "0198c0de-7777-7000-8000-000000000007",
                     *           "pathwayIds": [
                     *             "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11"
                     *           ],
                     *           "from": "2036-03-20",
                     *           "held": false,
                     *           "requested": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RetentionDue"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdsHolds: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bestemmelsene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *       "holds": [
                     *         {
                     *           "id": "0198c0de-9999-7000-8000-000000000001",
                     *           "patientId": "0198c0de-7777-7000-8000-000000000007",
                     *           "reason": "Klagesak hos Statsforvalteren.",
                     *           "setBy": "person:5f0c7c5e6a0e4c53",
                     *           "setAt": "2026-03-20T09:15:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ErasureHolds"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdsHold: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Klagesak hos Statsforvalteren."
                 *     }
                 */
                "application/json": components["schemas"]["ErasureHoldRequest"];
            };
        };
        responses: {
            /** @description Opplysningene bevares. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-9999-7000-8000-000000000001",
                     *       "patientId": "0198c0de-7777-7000-8000-000000000007",
                     *       "reason": "Klagesak hos Statsforvalteren.",
                     *       "setBy": "person:5f0c7c5e6a0e4c53",
                     *       "setAt": "2026-03-20T09:15:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ErasureHold"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Opplysningene er slettet */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdsLift: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Forløpets id. */
                id: string;
                /** @description Id-en til bestemmelsen om bevaring. */
                hold: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Klagesaken er avsluttet."
                 *     }
                 */
                "application/json": components["schemas"]["HoldLiftRequest"];
            };
        };
        responses: {
            /** @description Bevaringen er opphevet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-9999-7000-8000-000000000001",
                     *       "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11"
                     *     }
                     */
                    "application/json": components["schemas"]["LiftedHold"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accessLogOfPatient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description En side av loggen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "id": 17,
                     *           "at": "2026-03-20T09:15:00.000Z",
                     *           "action": "pathway.read",
                     *           "outcome": "read",
                     *           "actor": "person:5f0c7c5e6a0e4c53",
                     *           "actorName": "Koordinator Prøvesen",
                     *           "role": "coordinator",
                     *           "unitId": "0198c0de-1111-7000-8000-000000000001",
                     *           "unitName": "Utmarka sykehus",
                     *           "legalEntityId": null,
                     *           "legalEntityName": null,
                     *           "basis": "unit",
                     *           "what": "forløpet",
                     *           "pathwayIds": [
                     *             "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11"
                     *           ],
                     *           "detail": {
                     *             "route": "GET /api/v1/pathways/:id"
                     *           },
                     *           "correlationId": null
                     *         }
                     *       ],
                     *       "nextCursor": null,
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["AccessLogPage"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    accessLogSearch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description En side av loggen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "id": 17,
                     *           "at": "2026-03-20T09:15:00.000Z",
                     *           "action": "pathway.read",
                     *           "outcome": "read",
                     *           "actor": "person:5f0c7c5e6a0e4c53",
                     *           "actorName": "Koordinator Prøvesen",
                     *           "role": "coordinator",
                     *           "unitId": "0198c0de-1111-7000-8000-000000000001",
                     *           "unitName": "Utmarka sykehus",
                     *           "legalEntityId": null,
                     *           "legalEntityName": null,
                     *           "basis": "unit",
                     *           "what": "forløpet",
                     *           "pathwayIds": [
                     *             "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11"
                     *           ],
                     *           "detail": {
                     *             "route": "GET /api/v1/pathways/:id"
                     *           },
                     *           "correlationId": null
                     *         }
                     *       ],
                     *       "nextCursor": null,
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["AccessLogPage"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roleGrantsGrants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rollene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "grants": [
                     *         {
                     *           "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *           "name": "Koordinator Prøvesen",
                     *           "role": "coordinator",
                     *           "organisation": {
                     *             "id": "0198c0de-1111-7000-8000-000000000001",
                     *             "name": "Utmarka sykehus"
                     *           },
                     *           "identities": false,
                     *           "protectedAddresses": false,
                     *           "from": "2026-03-20",
                     *           "through": null,
                     *           "grantedBy": "person:5f0c7c5e6a0e4c53",
                     *           "why": "Ansatt som forløpskoordinator.",
                     *           "withdrawnAt": null,
                     *           "withdrawnBy": null,
                     *           "withdrawnWhy": null
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["RoleGrants"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roleGrantsGrant: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "personNumber": "01907000045",
                 *       "role": "coordinator",
                 *       "organisationId": "0198c0de-1111-7000-8000-000000000001",
                 *       "why": "Ansatt som forløpskoordinator."
                 *     }
                 */
                "application/json": components["schemas"]["RoleGrantRequest"];
            };
        };
        responses: {
            /** @description Rollen er gitt. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *       "name": "Koordinator Prøvesen",
                     *       "role": "coordinator",
                     *       "organisation": {
                     *         "id": "0198c0de-1111-7000-8000-000000000001",
                     *         "name": "Utmarka sykehus"
                     *       },
                     *       "identities": false,
                     *       "protectedAddresses": false,
                     *       "from": "2026-03-20",
                     *       "through": null,
                     *       "grantedBy": "person:5f0c7c5e6a0e4c53",
                     *       "why": "Ansatt som forløpskoordinator.",
                     *       "withdrawnAt": null,
                     *       "withdrawnBy": null,
                     *       "withdrawnWhy": null
                     *     }
                     */
                    "application/json": components["schemas"]["RoleGrant"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    roleGrantsWithdraw: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Tildelingens id. */
                grant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "why": "Sluttet."
                 *     }
                 */
                "application/json": components["schemas"]["RoleWithdrawalRequest"];
            };
        };
        responses: {
            /** @description Rollen er trukket tilbake. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-6a0e-7c53-9f0b-7d1f2b1f5a12",
                     *       "name": "Koordinator Prøvesen",
                     *       "role": "coordinator",
                     *       "organisation": {
                     *         "id": "0198c0de-1111-7000-8000-000000000001",
                     *         "name": "Utmarka sykehus"
                     *       },
                     *       "identities": false,
                     *       "protectedAddresses": false,
                     *       "from": "2026-03-20",
                     *       "through": null,
                     *       "grantedBy": "person:5f0c7c5e6a0e4c53",
                     *       "why": "Ansatt som forløpskoordinator.",
                     *       "withdrawnAt": null,
                     *       "withdrawnBy": null,
                     *       "withdrawnWhy": null
                     *     }
                     */
                    "application/json": components["schemas"]["RoleGrant"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    houseEffects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bryteren. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "on": true,
                     *       "by": "person:utvikler",
                     *       "at": "2026-03-20T09:15:00.000Z",
                     *       "why": "Installasjonen er satt opp."
                     *     }
                     */
                    "application/json": components["schemas"]["Effects"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    houseSetEffects: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "on": false,
                 *       "why": "Gjenoppretting fra sikkerhetskopi pågår."
                 *     }
                 */
                "application/json": components["schemas"]["EffectsRequest"];
            };
        };
        responses: {
            /** @description Bryteren er satt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "on": true,
                     *       "by": "person:utvikler",
                     *       "at": "2026-03-20T09:15:00.000Z",
                     *       "why": "Installasjonen er satt opp."
                     *     }
                     */
                    "application/json": components["schemas"]["Effects"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    houseOrganisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Virksomhetene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organisations": [
                     *         {
                     *           "id": "0198c0de-1111-7000-8000-000000000001",
                     *           "name": "Utmarka sykehus",
                     *           "kind": "hospital",
                     *           "orgNumber": "310000000"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Organisations"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    houseRegister: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Utmarka sykehus",
                 *       "kind": "hospital",
                 *       "orgNumber": "310000000"
                 *     }
                 */
                "application/json": components["schemas"]["OrganisationRequest"];
            };
        };
        responses: {
            /** @description Virksomheten er registrert. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-1111-7000-8000-000000000001",
                     *       "name": "Utmarka sykehus",
                     *       "kind": "hospital",
                     *       "orgNumber": "310000000"
                     *     }
                     */
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    codecDecode: {
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
                 *       "payloads": [
                 *         {
                 *           "metadata": {
                 *             "encoding": "anNvbi9wbGFpbg=="
                 *           },
                 *           "data": "eyJwYXRod2F5SWQiOiIwMTk4YzBkZS01ZjBiLTdjM2EtOWQ1NC0zZjJmNWIxZjVhMTEifQ=="
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["TemporalPayloads"];
            };
        };
        responses: {
            /** @description Innholdet, lesbart. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "payloads": [
                     *         {
                     *           "metadata": {
                     *             "encoding": "anNvbi9wbGFpbg=="
                     *           },
                     *           "data": "eyJwYXRod2F5SWQiOiIwMTk4YzBkZS01ZjBiLTdjM2EtOWQ1NC0zZjJmNWIxZjVhMTEifQ=="
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["TemporalPayloads"];
                };
            };
            /** @description Forespørselen har feil, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler, eller: Tjenesten er ikke ferdig satt opp */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ownSessionsSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Øktene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sessions": [
                     *         {
                     *           "id": "3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e3f1c9a5e",
                     *           "began": "2026-03-20T07:30:00.000Z",
                     *           "until": "2026-03-20T15:30:00.000Z",
                     *           "browser": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                     *           "current": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ownSessionsEndAll: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Øktene er avsluttet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ended": 1
                     *     }
                     */
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ownSessionsEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Øktens id. */
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Økten er avsluttet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ended": 1
                     *     }
                     */
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sessionsEnd: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "personNumber": "01907000045"
                 *     }
                 */
                "application/json": components["schemas"]["EndSessionsRequest"];
            };
        };
        responses: {
            /** @description Øktene er avsluttet. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ended": 1
                     *     }
                     */
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    meMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deg. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "5f0c7c5e6a0e4c53",
                     *       "kind": "person",
                     *       "name": "Koordinator Prøvesen",
                     *       "roles": [
                     *         {
                     *           "role": "coordinator",
                     *           "title": "Forløpskoordinator"
                     *         }
                     *       ],
                     *       "unit": {
                     *         "id": "0198c0de-1111-7000-8000-000000000001",
                     *         "name": "Utmarka sykehus"
                     *       },
                     *       "actions": [
                     *         "worklist.read"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remindersOfPathway: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Forløpets id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description En side av påminnelsene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "id": "0198c0de-8888-7000-8000-000000000008",
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "key": "VURDERING-BRUTT#1",
                     *           "duty": "VURDERING-BRUTT",
                     *           "purpose": "ask",
                     *           "wording": "remind",
                     *           "role": "vurderer",
                     *           "receiverId": "0198c0de-9999-7000-8000-000000000009",
                     *           "receiverName": "Lege Legesen",
                     *           "state": "sent",
                     *           "code": null,
                     *           "channel": "email",
                     *           "template": "remind.nothing.nb@1",
                     *           "language": "nb",
                     *           "messageId": "5f0c7c5e6a0e4c53",
                     *           "plannedAt": "2026-04-09T07:00:00.000Z",
                     *           "dueAt": "2026-04-09T07:00:00.000Z",
                     *           "sentAt": "2026-04-09T07:00:00.000Z",
                     *           "deliveredAt": null,
                     *           "readAt": null,
                     *           "answeredAt": null,
                     *           "answer": null,
                     *           "entries": [
                     *             {
                     *               "at": "2026-04-09T07:00:00.000Z",
                     *               "what": "sent",
                     *               "channel": "email",
                     *               "template": "remind.nothing.nb@1",
                     *               "messageId": "5f0c7c5e6a0e4c53",
                     *               "code": null,
                     *               "detail": {},
                     *               "actor": "system:courier"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null,
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["RemindersPage"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remindersList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description En side av påminnelsene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rows": [
                     *         {
                     *           "id": "0198c0de-8888-7000-8000-000000000008",
                     *           "pathwayId": "0198c0de-5f0b-7c3a-9d54-3f2f5b1f5a11",
                     *           "key": "VURDERING-BRUTT#1",
                     *           "duty": "VURDERING-BRUTT",
                     *           "purpose": "ask",
                     *           "wording": "remind",
                     *           "role": "vurderer",
                     *           "receiverId": "0198c0de-9999-7000-8000-000000000009",
                     *           "receiverName": "Lege Legesen",
                     *           "state": "sent",
                     *           "code": null,
                     *           "channel": "email",
                     *           "template": "remind.nothing.nb@1",
                     *           "language": "nb",
                     *           "messageId": "5f0c7c5e6a0e4c53",
                     *           "plannedAt": "2026-04-09T07:00:00.000Z",
                     *           "dueAt": "2026-04-09T07:00:00.000Z",
                     *           "sentAt": "2026-04-09T07:00:00.000Z",
                     *           "deliveredAt": null,
                     *           "readAt": null,
                     *           "answeredAt": null,
                     *           "answer": null,
                     *           "entries": [
                     *             {
                     *               "at": "2026-04-09T07:00:00.000Z",
                     *               "what": "sent",
                     *               "channel": "email",
                     *               "template": "remind.nothing.nb@1",
                     *               "messageId": "5f0c7c5e6a0e4c53",
                     *               "code": null,
                     *               "detail": {},
                     *               "actor": "system:courier"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": null,
                     *       "more": false
                     *     }
                     */
                    "application/json": components["schemas"]["RemindersPage"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remindersExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Filen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example "påminnelse";"forløp" */
                    "text/csv": components["schemas"]["ReminderExport"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reminderTemplatesTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Malene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "templates": [
                     *         {
                     *           "id": "remind.nothing.nb",
                     *           "version": 1,
                     *           "validFrom": "2026-01-01",
                     *           "wording": "remind",
                     *           "language": "nb",
                     *           "carries": "nothing"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReminderTemplates"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reminderTemplatesPreview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Det meldingen sier. */
                wording: "remind" | "remind-again" | "send-helfo-notice" | "convene-meeting" | "complete-meeting" | "offer-course" | "offer-course-again" | "collect-prom" | "re-evaluate" | "escalate" | "escalate-unconfirmed" | "withdraw";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Meldingen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "wording": "remind",
                     *       "language": "nb",
                     *       "carries": "nothing",
                     *       "on": "2026-04-08",
                     *       "subject": "En påminnelse venter",
                     *       "text": "Hei.",
                     *       "templates": [
                     *         {
                     *           "id": "remind.nothing.nb",
                     *           "version": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ReminderPreview"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiversOwn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Valgene. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-9999-7000-8000-000000000009",
                     *       "name": "Lege Legesen",
                     *       "email": "lege@kontor.example",
                     *       "hprNumber": "9144889",
                     *       "herId": "80123",
                     *       "channel": "email",
                     *       "frequency": "daily",
                     *       "maxPerWeek": 10,
                     *       "language": "nb",
                     *       "awayFrom": "2026-07-06",
                     *       "awayTo": "2026-07-24",
                     *       "standInId": null,
                     *       "unreachable": null,
                     *       "undigestedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Receiver"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiversSetOwn: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "email",
                 *       "frequency": "daily",
                 *       "maxPerWeek": 10,
                 *       "language": "nb",
                 *       "away": {
                 *         "from": "2026-07-06",
                 *         "to": "2026-07-24"
                 *       },
                 *       "standIn": {
                 *         "hprNumber": "9144889"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PreferencesRequest"];
            };
        };
        responses: {
            /** @description Valgene er lagret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-9999-7000-8000-000000000009",
                     *       "name": "Lege Legesen",
                     *       "email": "lege@kontor.example",
                     *       "hprNumber": "9144889",
                     *       "herId": "80123",
                     *       "channel": "email",
                     *       "frequency": "daily",
                     *       "maxPerWeek": 10,
                     *       "language": "nb",
                     *       "awayFrom": "2026-07-06",
                     *       "awayTo": "2026-07-24",
                     *       "standInId": null,
                     *       "unreachable": null,
                     *       "undigestedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Receiver"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiversOne: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Mottakerens id. */
                receiver: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Mottakeren. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-9999-7000-8000-000000000009",
                     *       "name": "Lege Legesen",
                     *       "email": "lege@kontor.example",
                     *       "hprNumber": "9144889",
                     *       "herId": "80123",
                     *       "channel": "email",
                     *       "frequency": "daily",
                     *       "maxPerWeek": 10,
                     *       "language": "nb",
                     *       "awayFrom": "2026-07-06",
                     *       "awayTo": "2026-07-24",
                     *       "standInId": null,
                     *       "unreachable": null,
                     *       "undigestedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Receiver"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiversSetOne: {
        parameters: {
            query?: never;
            header: {
                /** @description Ny for hver handling, gjerne en UUID. Sendes forespørselen på nytt med samme nøkkel, blir ingenting gjort to ganger: svaret er det samme, med svarhodet Idempotency-Replayed: true. */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Mottakerens id. */
                receiver: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "email",
                 *       "frequency": "daily",
                 *       "maxPerWeek": 10,
                 *       "language": "nb",
                 *       "away": {
                 *         "from": "2026-07-06",
                 *         "to": "2026-07-24"
                 *       },
                 *       "standIn": {
                 *         "hprNumber": "9144889"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PreferencesRequest"];
            };
        };
        responses: {
            /** @description Valgene er lagret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0198c0de-9999-7000-8000-000000000009",
                     *       "name": "Lege Legesen",
                     *       "email": "lege@kontor.example",
                     *       "hprNumber": "9144889",
                     *       "herId": "80123",
                     *       "channel": "email",
                     *       "frequency": "daily",
                     *       "maxPerWeek": 10,
                     *       "language": "nb",
                     *       "awayFrom": "2026-07-06",
                     *       "awayTo": "2026-07-24",
                     *       "standInId": null,
                     *       "unreachable": null,
                     *       "undigestedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["Receiver"];
                };
            };
            /** @description Forespørselen har feil, eller: Idempotency-Key mangler eller kan ikke brukes, eller: Innholdet kan ikke leses */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du er ikke logget inn */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Du har ikke tilgang */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Finnes ikke */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdet er for stort */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Innholdstypen støttes ikke */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nøkkelen er brukt til noe annet */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answersAsk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Det signerte innholdet i lenken. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Siden. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Lenken er ikke vår, eller leder ikke til noe. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Lenken har gått ut. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description For mange forespørsler på kort tid. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Noe gikk galt hos oss. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
        };
    };
    answersAnswer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Det signerte innholdet i lenken. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Siden. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Svaret kunne ikke leses. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Lenken er ikke vår, eller leder ikke til noe. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Besvart på en annen måte, eller ikke lenger aktuell. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Lenken har gått ut. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description For mange forespørsler på kort tid. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Noe gikk galt hos oss. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
        };
    };
    answersAskUnsubscribing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Det signerte innholdet i lenken. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Siden. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Lenken er ikke vår, eller leder ikke til noe. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Lenken har gått ut. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description For mange forespørsler på kort tid. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Noe gikk galt hos oss. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
        };
    };
    answersUnsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Det signerte innholdet i lenken. */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Siden. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Lenken er ikke vår, eller leder ikke til noe. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Lenken har gått ut. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description For mange forespørsler på kort tid. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Noe gikk galt hos oss. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html>… */
                    "text/html": string;
                };
            };
        };
    };
    healthLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Den lever. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["Liveness"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    healthReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Den kan ta imot. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "postgres": "up",
                     *         "temporal": "up"
                     *       },
                     *       "detail": null
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Forespørselen har feil */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description For mange forespørsler på kort tid */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Noe gikk galt hos oss */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description Databasen svarer ikke, eller har ingen ledig forbindelse.
             *
             *     Tjenesten svarer ikke akkurat nå, eller: For mange samtidige forespørsler
             */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "ok",
                     *       "checks": {
                     *         "postgres": "up",
                     *         "temporal": "up"
                     *       },
                     *       "detail": null
                     *     }
                     */
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
}
