package com.company.erp.document.storage;

class FolderStoreTest extends BlobStoreTest {
    @Override
    BlobStore store() {
        return new FolderStore(folder.resolve("files"));
    }
}
