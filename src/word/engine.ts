/**
 * The door to the library that writes Word documents. What it leaves to its caller, and where that happens: text that XML cannot hold
 * (`inert.ts`), the same bytes each time and its own random ids (`write.ts`), content controls (`write-control.ts`).
 */
export type { INumberingOptions, IPropertiesOptions, IStylesOptions, XmlComponent } from 'docx';
export {
  AlignmentType,
  BuilderElement,
  Document,
  Footer,
  Header,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
