/**
 * Place names that do not exist. They are built from English elements (birds, plants and waters; -wick, -thorpe, -holt) and
 * were chosen so that none occurs in any school's name, address or constituency in England; a test checks it again.
 */

export interface Town {
  readonly name: string;
  readonly district: string;
  readonly constituency: string;
  /** How many primary places of learning the town has, before any amalgamation. */
  readonly primaries: number;
  readonly secondaries: number;
}

/** Market towns, and the city with its cathedral. */
export const towns: readonly Town[] = [
  {
    name: 'Fetherstead',
    district: 'Fetherstead',
    constituency: 'Fetherstead',
    primaries: 36,
    secondaries: 8,
  },
  {
    name: 'Harrowmarket',
    district: 'Harrowmarket and Ivelside',
    constituency: 'Harrowmarket and West Larkshire',
    primaries: 15,
    secondaries: 4,
  },
  {
    name: 'Ivelhithe',
    district: 'Harrowmarket and Ivelside',
    constituency: 'Harrowmarket and West Larkshire',
    primaries: 8,
    secondaries: 3,
  },
  {
    name: 'Deverwell',
    district: 'Vale of Dever',
    constituency: 'Vale of Dever',
    primaries: 10,
    secondaries: 3,
  },
  {
    name: 'Osierwick',
    district: 'Vale of Dever',
    constituency: 'Vale of Dever',
    primaries: 6,
    secondaries: 2,
  },
  {
    name: 'Whimbrelwick',
    district: 'Whimbrel Coast',
    constituency: 'Whimbrel Coast',
    primaries: 14,
    secondaries: 4,
  },
  {
    name: 'Emberwade',
    district: 'Whimbrel Coast',
    constituency: 'Whimbrel Coast',
    primaries: 6,
    secondaries: 2,
  },
  {
    name: 'Quernmarket',
    district: 'Mid Larkshire',
    constituency: 'Mid Larkshire',
    primaries: 9,
    secondaries: 3,
  },
  {
    name: 'Larkmarket',
    district: 'Mid Larkshire',
    constituency: 'Mid Larkshire',
    primaries: 6,
    secondaries: 2,
  },
  {
    name: 'Tarnmarket',
    district: 'South Larkshire',
    constituency: 'South Larkshire',
    primaries: 9,
    secondaries: 3,
  },
  {
    name: 'Bramblemarket',
    district: 'South Larkshire',
    constituency: 'South Larkshire',
    primaries: 6,
    secondaries: 3,
  },
  {
    name: 'Tansyholt',
    district: 'East Larkshire',
    constituency: 'East Larkshire',
    primaries: 8,
    secondaries: 3,
  },
  {
    name: 'Cloverholt',
    district: 'East Larkshire',
    constituency: 'East Larkshire',
    primaries: 6,
    secondaries: 2,
  },
  {
    name: 'Drakethorpe',
    district: 'Breamwater',
    constituency: 'Breamwater and North Larkshire',
    primaries: 7,
    secondaries: 3,
  },
];

/** Villages, in no order that means anything: the generator gives each to a district. */
export const villages: readonly string[] = `
  Whinshaw Tenchworth Candwell Tenchford Pellthorpe Tenchover Ruddshaw Reedsett Ullstow Pellfield
  Barrowsett Turngate Dykeford Staitheby Gorsewade Furrowley Garnetdene Meadbourne Curlbourne Candley
  Bramblefield Alderhithe Skylarkcombe Dunnocklow Ivelshaw Crakedene Bramblemond Bristleby Pightletoft
  Vetchwold Rillwold Smeltwell Finchmere Willowford Maundtoft Tenchmond Dappleworth Rillfield
  Sedgehithe Pellham Millwade Vetchton Eelmond Whinbridge Warblerham Garnetholt Dykethorpe Meadover
  Eelstead Staitheworth Flaxbridge Quillbourne Crakewell Wrendene Thrushwick Marlmarket Deverstead
  Ullshaw Brindleshaw Whinstead Elverlow Ullfield Otterover Tamarstow Garnetley Arrowton Tamarhurst
  Tarnshaw Breamtoft Fetherfield Ivelthorpe Devercombe Yarrowmarket Cloverby Willowholt Cinderwold
  Tarnsett Furrowcombe Smeltham Dunnockwick Varlton Orlcombe Ganderley Linnetover Barrowcombe
  Arrowcote Ullthorpe Shearby Widgethorpe Smeltshaw Flaxfield Yewsett Quillshaw Bitternmarket
  Clovershaw Kellstow Umbershaw Garnetwade Yarrowmere Otterhurst Yarrowthorpe Candstow Orlham
  Shearover Gorsebridge Merlebridge Osiercote Reedwold Amberwade Lapwingstow Flaxsett Pipitshaw
  Dappleover Tarnstead Deverstow Mallowfield Teaselholt Emberlow Waincote Plovershaw Candbourne
  Fethergate Rookstead Fetherthorpe Mardlehithe Shearwold Warblermarket Swiftlow Swiftwade Quernthorpe
  Kestrelworth Dunnockford Quillby Thrushworth Orlbridge Merledene Osierley Brindlegate Osierthorpe
  Linnetford Heronbridge Ivelmarket Mothwick Elverholt Quernton Tillwade Sedgewade Mothwold
  Brindlehurst Flaxford Lapwingbridge Rushstow Reedmere Whimbrelstow Ganderwell Vetchcote Orlsett
  Wrenworth Grebemere Breamham Umberdene Arrowthorpe Whinham Linnetwade Tansywold Withyton Fallowstead
  Tillwold Mallowmere Yarrowholt Heronby Hazelcote Swiftby Varlover Gandermarket Cobblelow Sallowdene
  Gorsemond Bristleshaw Narlow Grebewold Craketoft Fallowcote Marlholt Draketoft Thrushmere
  Thistlebridge Amberdene Ottermarket Woldwell Bramblecote Swiftmarket Lapwingthorpe Stintgate
  Dunnockgate Narhithe Quillton Pellholt Stintsett Finchgate Drakedene Merleworth Drakeby Withymarket
  Nettleford Nettlewade Wrenmarket Rillmere Grebewell Hallowthorpe Willowover Rookwade Wainbourne
  Alderwell Nettlefield Arrowover Turnwick Willowlow Warblerwold Tansythorpe Rookwick Staitheford
  Crakebridge Turndene Rillthorpe Maundwade Vetchwell Heronwell Tansyshaw Cobblebourne Maundstead
  Dykebourne Dykecote Brindleover Barrowstow Gorseby Smeltsett Warblerstow Amberworth Breamgate
  Rookford Cinderby Widgestead Kellford Curlfield Woldover Umberford Breamholt Ploverwade Pightlefield
  Kellmond Sedgeholt Sallowmere Umberbridge Otterwell Barrowley Gandercote Hallowwade Hallowwell
  Reedworth Bitternwade Teaselbourne Mallowsett Emberwick Shearwell Cloverwade Maundbourne Linnetworth
  Furrowham Wainmere Varlfield Yewdene Dappleley Cinderbridge Ruddlow Mallowton Pipitwell Teaselwade
  Quernford Mardlewell Sallowsett Rushover Wainham Woldworth Bitternwold
`
  .trim()
  .split(/\s+/);

/** Quarters and streets of a town, for schools that share its name. */
export const quarters: readonly string[] = [
  'Northgate',
  'Southgate',
  'Mill Lane',
  'Riverside',
  'Station Road',
  'Orchard',
  'Church Hill',
  'Windmill',
  'Priory',
  'Meadow View',
  'Beacon Hill',
  'Staithe Road',
  'Eastgate',
  'Westgate',
  'Castle Rise',
  'Long Acre',
  'Copse Lane',
  'Fairground',
  'Old Quay',
  'Spinney',
  'Hilltop',
  'Brook Street',
  'Abbey Fields',
  'Greenway',
  'Harbour',
  'Lakeside',
  'Park Road',
  'Stonebridge',
  'Heath',
  'The Grove',
  'Weavers',
  'Kingsmead',
  'Foundry',
  'Rope Walk',
  'Tannery',
  'Charter',
];
