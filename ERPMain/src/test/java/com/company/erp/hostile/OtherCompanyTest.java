package com.company.erp.hostile;

import org.junit.jupiter.api.Tag;

/** As the guide's superuser signs in to the database, and every connection steps down from. */
@Tag("oldest")
class OtherCompanyTest extends OtherCompanyTables {}
