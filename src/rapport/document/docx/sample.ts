/** A document in which every style of a report occurs, for whoever changes the look in Word. */
export const REFERENTIE_TEKST = `---
titel: "Titel van het rapport"
datum: "2026-01-01"
datumtekst: "1 januari 2026"
taal: "nl"
auteurs: ["Uitgever"]
omschrijving: "Verander in dit document de stijlen, de marges of het thema. De tekst wordt niet overgenomen."
trefwoorden: ["huisstijl"]
ondertitel: "Ondertitel"
---

:::omslag
# Titel van het rapport

Verander in dit document de stijlen, de marges of het thema, en sla het op. De tekst van dit document wordt niet overgenomen.
:::

::inhoud

:::colofon
**Colofon**

Tekst in de stijl Colofon.
:::

## Kop 1

Gewone tekst heeft de stijl Platte tekst. Met een [verwijzing](https://example.org), een voetnoot[^1] en \`code\`.

[^1]: De tekst van een voetnoot.

### Kop 2

:::alinea
Een genummerde alinea: het nummer in de kantlijn heeft de stijl Alineanummer.
:::

#### Kop 3

- Een opsomming.
- Nog een punt.

1. Een genummerde lijst.
2. Nog een punt.

   Een vervolg van dat punt.

##### Kop 4

> Een citaat.

###### Kop 5

:::kader{title="Titel van een kader"}
Tekst in een kader.
:::

:::bewijs{title="Waarop dit rust"}
Tekst van het bewijs bij een oordeel.
:::

***

::bijschrift[Bijschrift van een tabel]

| Tabelkop | Tabelkop |
| --- | --- |
| Tabeltekst | Tabeltekst |

::bijlage

## Bijlage
`;
