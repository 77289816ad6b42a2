"""The delivery log, survey waves and partner returns, on the desk."""
