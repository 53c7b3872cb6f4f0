package com.company.erp.user.provider;

import com.company.erp.user.directory.DirectoryPlace;

/** A directory with the way to it, for whoever asks it. */
public record DirectorySettings(Authority authority, DirectoryPlace place) {}
