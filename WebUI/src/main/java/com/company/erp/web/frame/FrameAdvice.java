package com.company.erp.web.frame;

import com.company.erp.web.pattern.Screens;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Gives every page its frame and its words. */
@ControllerAdvice("com.company.erp.web")
class FrameAdvice {

    private final Screens screens;
    private final ResourceUrlProvider assets;

    FrameAdvice(Screens screens, ResourceUrlProvider assets) {
        this.screens = screens;
        this.assets = assets;
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request) {
        return new Frame(request, assets, screens.texts(request));
    }

    @ModelAttribute("t")
    Texts texts(HttpServletRequest request) {
        return screens.texts(request);
    }
}
