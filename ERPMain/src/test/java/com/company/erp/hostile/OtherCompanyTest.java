package com.company.erp.hostile;

/** As the guide's superuser signs in to the database, and every connection steps down from. */
class OtherCompanyTest extends OtherCompanyTables {}
