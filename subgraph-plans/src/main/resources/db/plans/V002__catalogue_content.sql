-- The platform's first catalogue. The ids are written out, so that a product has the same id in every installation.

insert into industry (id, code, name) values
    ('01990000-0000-7000-8000-000000010001', 'FINANCE', 'Financial services'),
    ('01990000-0000-7000-8000-000000010002', 'TELECOM', 'Telecommunications'),
    ('01990000-0000-7000-8000-000000010003', 'ENERGY', 'Energy'),
    ('01990000-0000-7000-8000-000000010004', 'SOFTWARE', 'Software'),
    ('01990000-0000-7000-8000-000000010005', 'EDUCATION', 'Education');

insert into product_category (id, industry_id, code, name)
select listed.id::uuid, industry.id, listed.code, listed.name
from industry
join (
    values
        ('01990000-0000-7000-8000-000000020001', 'FINANCE', 'LOANS', 'Loans'),
        ('01990000-0000-7000-8000-000000020002', 'FINANCE', 'CARDS', 'Cards'),
        ('01990000-0000-7000-8000-000000020003', 'FINANCE', 'INSURANCE', 'Insurance'),
        ('01990000-0000-7000-8000-000000020004', 'TELECOM', 'MOBILE', 'Mobile'),
        ('01990000-0000-7000-8000-000000020005', 'TELECOM', 'BROADBAND', 'Broadband'),
        ('01990000-0000-7000-8000-000000020006', 'ENERGY', 'ELECTRICITY', 'Electricity'),
        ('01990000-0000-7000-8000-000000020007', 'ENERGY', 'GAS', 'Gas'),
        ('01990000-0000-7000-8000-000000020008', 'SOFTWARE', 'BUSINESS_SOFTWARE', 'Business software'),
        ('01990000-0000-7000-8000-000000020009', 'SOFTWARE', 'CLOUD', 'Cloud services'),
        ('01990000-0000-7000-8000-000000020010', 'EDUCATION', 'ONLINE_COURSES', 'Online courses'),
        ('01990000-0000-7000-8000-000000020011', 'EDUCATION', 'DEGREE_PROGRAMMES', 'Degree programmes')
) as listed (id, industry, code, name) on listed.industry = industry.code;

insert into product (id, category_id, code, name)
select listed.id::uuid, product_category.id, listed.code, listed.name
from product_category
join (
    values
        ('01990000-0000-7000-8000-000000030001', 'LOANS', 'PERSONAL_LOAN', 'Personal loan'),
        ('01990000-0000-7000-8000-000000030002', 'LOANS', 'BUSINESS_LOAN', 'Business loan'),
        ('01990000-0000-7000-8000-000000030003', 'LOANS', 'MORTGAGE', 'Mortgage'),
        ('01990000-0000-7000-8000-000000030004', 'CARDS', 'CREDIT_CARD', 'Credit card'),
        ('01990000-0000-7000-8000-000000030005', 'CARDS', 'PREPAID_CARD', 'Prepaid card'),
        ('01990000-0000-7000-8000-000000030006', 'INSURANCE', 'LIFE_INSURANCE', 'Life insurance'),
        ('01990000-0000-7000-8000-000000030007', 'INSURANCE', 'HOME_INSURANCE', 'Home insurance'),
        ('01990000-0000-7000-8000-000000030008', 'INSURANCE', 'TRAVEL_INSURANCE', 'Travel insurance'),
        ('01990000-0000-7000-8000-000000030009', 'MOBILE', 'MOBILE_POSTPAID', 'Mobile contract'),
        ('01990000-0000-7000-8000-000000030010', 'MOBILE', 'MOBILE_DATA', 'Mobile data'),
        ('01990000-0000-7000-8000-000000030011', 'BROADBAND', 'FIBRE', 'Fibre internet'),
        ('01990000-0000-7000-8000-000000030012', 'BROADBAND', 'FIXED_WIRELESS', 'Fixed wireless internet'),
        ('01990000-0000-7000-8000-000000030013', 'ELECTRICITY', 'GREEN_POWER', 'Green power'),
        ('01990000-0000-7000-8000-000000030014', 'ELECTRICITY', 'DYNAMIC_TARIFF', 'Dynamic tariff'),
        ('01990000-0000-7000-8000-000000030015', 'GAS', 'NATURAL_GAS', 'Natural gas'),
        ('01990000-0000-7000-8000-000000030016', 'BUSINESS_SOFTWARE', 'CRM', 'CRM software'),
        ('01990000-0000-7000-8000-000000030017', 'BUSINESS_SOFTWARE', 'ACCOUNTING', 'Accounting software'),
        ('01990000-0000-7000-8000-000000030018', 'CLOUD', 'CLOUD_STORAGE', 'Cloud storage'),
        ('01990000-0000-7000-8000-000000030019', 'CLOUD', 'MANAGED_HOSTING', 'Managed hosting'),
        ('01990000-0000-7000-8000-000000030020', 'ONLINE_COURSES', 'CERTIFICATE_COURSE', 'Certificate course'),
        ('01990000-0000-7000-8000-000000030021', 'ONLINE_COURSES', 'LEARNING_SUBSCRIPTION', 'Learning subscription'),
        ('01990000-0000-7000-8000-000000030022', 'DEGREE_PROGRAMMES', 'ONLINE_MBA', 'Online MBA')
) as listed (id, product_category, code, name) on listed.product_category = product_category.code;
