/** The operations of the story, as a frontend would write them. */

const errors = 'userErrors { code field message }';

export const createWorkspace = `mutation CreateWorkspace($input: CreateWorkspaceInput!) {
  createWorkspace(input: $input) { workspace { id } ${errors} }
}`;

export const addMember = `mutation AddMember($input: AddMemberInput!) {
  addMember(input: $input) { membership { id role { name } user { id } } ${errors} }
}`;

export const acceptMembership = `mutation AcceptMembership($input: AcceptMembershipInput!) {
  acceptMembership(input: $input) { membership { id status } ${errors} }
}`;

export const members = `query Members {
  members(first: 100) { nodes { id status version role { name } user { id } } }
}`;

export const products = `query Products {
  products(first: 100) { nodes { id code } }
}`;

export const attachProduct = `mutation AttachProduct($input: AttachProductInput!) {
  attachProduct(input: $input) { workspaceProduct { id } ${errors} }
}`;

export const createPlan = `mutation CreatePlan($input: CreatePlanInput!) {
  createPlan(input: $input) { plan { id code name status version } ${errors} }
}`;

export const planByCode = `query PlanByCode($code: String!) {
  plan(code: $code) { id code name status version currentVersion { id number } }
}`;

export const publishPlanVersion = `mutation PublishPlanVersion($input: PublishPlanVersionInput!) {
  publishPlanVersion(input: $input) {
    planVersion { id number setup { amount currency } recurring { amount currency } plan { status } }
    ${errors}
  }
}`;

export const createLead = `mutation CreateLead($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id reference name status version } ${errors} }
}`;

export const changeLeadStatus = `mutation ChangeLeadStatus($input: ChangeLeadStatusInput!) {
  changeLeadStatus(input: $input) { lead { id status version } ${errors} }
}`;

export const createApplication = `mutation CreateApplication($input: CreateApplicationInput!) {
  createApplication(input: $input) { application { id reference status version } ${errors} }
}`;

export const submitApplication = `mutation SubmitApplication($input: SubmitApplicationInput!) {
  submitApplication(input: $input) { application { id status version } ${errors} }
}`;

export const createQuote = `mutation CreateQuote($input: CreateQuoteInput!) {
  createQuote(input: $input) {
    quote {
      id reference version
      currentRevision {
        number
        totals { setupTotal { amount currency } recurringTotal { amount currency } }
        lines { description quantity explanation { description amount { amount currency } } }
      }
    }
    ${errors}
  }
}`;

export const createOffer = `mutation CreateOffer($input: CreateOfferInput!) {
  createOffer(input: $input) { offer { id reference status version } ${errors} }
}`;

/** The document of a mutation that moves an offer on, such as sendOffer. */
export const moveOffer = (field) => `mutation ${field[0].toUpperCase()}${field.slice(1)}($input: ${field[0].toUpperCase()}${field.slice(1)}Input!) {
  ${field}(input: $input) { offer { id status version } ${errors} }
}`;

export const offerStatusChanged = `subscription OfferStatusChanged($leadId: ID!) {
  offerStatusChanged(leadId: $leadId) {
    cursor previousStatus status version occurredAt
    lead { name }
    offer { reference lines { quantity plan { code name } } }
  }
}`;

export const wholeStory = `query WholeStory($id: ID!) {
  lead(id: $id) {
    reference name status
    applications(first: 5) { nodes { reference status } }
    offers(first: 5) {
      nodes {
        reference status
        recurringTotal { amount currency }
        lines { quantity plan { code name status } planVersion { number } }
      }
    }
  }
}`;

export const leadCount = 'query LeadCount { leads(first: 1) { totalCount } }';

const importStep = `status linesRead created duplicates rejected lastCommittedLine version
    failure { code line message }`;

const upload = 'upload { url method expiresAt headers { name value } }';

export const startLeadImport = `mutation StartLeadImport($input: StartLeadImportInput!) {
  startLeadImport(input: $input) { leadImport { id ${importStep} } ${upload} ${errors} }
}`;

export const continueLeadImport = `mutation ContinueLeadImport($input: ContinueLeadImportInput!) {
  continueLeadImport(input: $input) { leadImport { id ${importStep} } ${upload} ${errors} }
}`;

export const leadImport = `query LeadImport($id: ID!) {
  leadImport(id: $id) { fileName startedAt finishedAt ${importStep} }
}`;

export const leadImportProgressed = `subscription LeadImportProgressed($importId: ID!) {
  leadImportProgressed(importId: $importId) { ${importStep} }
}`;

const reportLine = 'line column value code reason duplicateOf { reference }';

export const leadImportReport = `query LeadImportReport($id: ID!, $first: Int!, $after: Cursor) {
  leadImport(id: $id) {
    report(first: $first, after: $after) { nodes { ${reportLine} } pageInfo { hasNextPage endCursor } }
  }
}`;

const reportCodes = [
  'DUPLICATE', 'INVALID_VALUE', 'UNKNOWN_VALUE', 'MISSING_VALUE', 'FORMULA', 'WRONG_NUMBER_OF_VALUES', 'NOTHING_TO_IDENTIFY',
];

export const leadImportReportOverview = `query LeadImportReportOverview($id: ID!, $first: Int!) {
  leadImport(id: $id) {
    report(first: $first) { totalCount nodes { ${reportLine} } }
    ${reportCodes.map((code) => `${code}: report(first: 1, filter: { code: [${code}] }) { totalCount }`).join('\n    ')}
  }
}`;
